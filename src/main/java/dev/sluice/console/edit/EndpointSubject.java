package dev.sluice.console.edit;

import static java.util.stream.Collectors.toSet;

import dev.sluice.console.support.ManifestText.EndpointEdit;
import dev.sluice.console.support.ManifestText.Reading;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.console.support.routing.RoutingInWords;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An endpoint with its traffic as a file. */
public final class EndpointSubject implements Subject {

    private final Workbench bench;
    private final EndpointName name;

    public EndpointSubject(Workbench bench, EndpointName name) {
        this.bench = bench;
        this.name = name;
    }

    @Override
    public String fileName() {
        return name + "-endpoint.yml";
    }

    @Override
    public String hint(Fleet fleet) {
        return Messages.of("yaml.endpoint-hint");
    }

    /** It names no files. */
    @Override
    public Path folder(Fleet fleet) {
        return Path.of("").toAbsolutePath();
    }

    @Override
    public Optional<String> text(Fleet fleet) {
        return fleet.endpoint(name).map(view -> bench.manifests().write(view.spec(), view.routing()));
    }

    @Override
    public Read read(String text, Fleet fleet) {
        var view = fleet.endpoint(name);
        if (view.isEmpty()) {
            return new Read.Bad(List.of(Problem.of(
                    Problem.Code.NOT_FOUND, "", Messages.of("yaml.gone", name), Messages.of("yaml.gone.remedy"))));
        }
        var reading = bench.manifests().readEndpoint(text, view.get().routing());
        if (!(reading instanceof Reading.Good<EndpointEdit> good)) {
            return new Read.Bad(((Reading.Bad<EndpointEdit>) reading).problems());
        }
        var problems = problems(view.get(), good.value(), text);
        return problems.isEmpty()
                ? new Read.Good(plan(view.get(), good.value()), good.notes())
                : new Read.Bad(problems);
    }

    /** What the runtime would refuse, found here already, where the line is known. */
    private List<Problem> problems(EndpointView view, EndpointEdit edited, String text) {
        var problems = new ArrayList<Problem>();
        if (!edited.spec().name().equals(name)) {
            problems.add(fixed("name", Messages.of("yaml.fixed.remedy", name)));
        }
        if (edited.spec().kind() != view.spec().kind()) {
            problems.add(fixed("compute", Messages.of("yaml.fixed-kind.remedy")));
        }
        problems.addAll(edited.spec().creationProblems());
        var existing = view.deployments().stream()
                .map(deployment -> deployment.spec().id().deployment())
                .collect(toSet());
        problems.addAll(edited.routing().problems(existing, view.spec().kind()));
        return bench.manifests().placed(problems, text);
    }

    private static Problem fixed(String key, String remedy) {
        return Problem.of(Problem.Code.NOT_SUPPORTED, key, Messages.of("yaml.fixed", key), remedy);
    }

    private Plan plan(EndpointView view, EndpointEdit edited) {
        return view.routing().equals(edited.routing()) ? planForAttributes(view, edited) : planForAll(view, edited);
    }

    private Plan planForAttributes(EndpointView view, EndpointEdit edited) {
        return new Plan(
                effects(view, edited),
                Messages.of("plan.update.verb"),
                note -> bench.control().noting(note).describeEndpoint(edited.spec()),
                () -> bench.notices().done(Messages.of("plan.endpoint.done", name)),
                Messages.of("plan.endpoint.refused", name));
    }

    /** The change of the routing tells itself, with a way back. */
    private Plan planForAll(EndpointView view, EndpointEdit edited) {
        var key = view.spec().equals(edited.spec()) ? "plan.endpoint.routed" : "plan.endpoint.routed-and-more";
        var done = Messages.of(key, name, RoutingInWords.of(edited.routing()));
        return new Plan(
                effects(view, edited),
                Messages.of("plan.update.verb"),
                note -> bench.routings().edited(view, edited.spec(), edited.routing(), note, done),
                () -> {},
                Messages.of("plan.endpoint.refused", name));
    }

    private static List<String> effects(EndpointView view, EndpointEdit edited) {
        var effects = new ArrayList<String>();
        traffic(view.routing(), edited.routing(), effects);
        if (view.spec().auth() != edited.spec().auth()) {
            effects.add(Messages.of(
                    "plan.auth",
                    view.spec().auth().wireName(),
                    edited.spec().auth().wireName()));
        }
        if (!view.spec().labels().equals(edited.spec().labels())) {
            effects.add(Messages.of("plan.labels"));
        }
        return effects;
    }

    private static void traffic(Routing now, Routing edited, List<String> effects) {
        if (!now.traffic().equals(edited.traffic())) {
            effects.add(Messages.of("plan.traffic", told(now.traffic()), told(edited.traffic())));
        }
        if (!now.mirror().equals(edited.mirror())) {
            effects.add(Messages.of("plan.mirror", told(now.mirror()), told(edited.mirror())));
        }
    }

    private static String told(TrafficSplit split) {
        var shares = split.shares().entrySet().stream()
                .map(share -> Messages.of(
                        "plan.share", share.getKey(), share.getValue().value()))
                .toList();
        return shares.isEmpty() ? Messages.of("plan.none") : String.join(", ", shares);
    }

    private static String told(Mirror mirror) {
        return mirror instanceof Mirror.To to
                ? Messages.of("plan.share", to.target(), to.share().value())
                : Messages.of("plan.none");
    }
}

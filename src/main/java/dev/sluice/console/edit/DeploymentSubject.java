package dev.sluice.console.edit;

import dev.sluice.console.edit.Subject.Read;
import dev.sluice.console.support.ManifestText.Note;
import dev.sluice.console.support.ManifestText.Reading;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A deployment as a file. One that was never brought up is created again by its edited text; others are updated. */
public final class DeploymentSubject implements Subject {

    private final Workbench bench;
    private final DeploymentId id;

    public DeploymentSubject(Workbench bench, DeploymentId id) {
        this.bench = bench;
        this.id = id;
    }

    @Override
    public String fileName() {
        return id.deployment() + "-deployment.yml";
    }

    @Override
    public String hint(Fleet fleet) {
        return fleet.deployment(id)
                .map(view -> Messages.of("yaml.folder", folder(view.spec())))
                .orElse("");
    }

    @Override
    public Path folder(Fleet fleet) {
        return fleet.deployment(id)
                .map(view -> folder(view.spec()))
                .orElse(Path.of("").toAbsolutePath());
    }

    @Override
    public Optional<String> text(Fleet fleet) {
        return fleet.deployment(id).map(view -> bench.manifests().write(wanted(view)));
    }

    @Override
    public Read read(String text, Fleet fleet) {
        var view = fleet.deployment(id);
        if (view.isEmpty()) {
            return new Read.Bad(List.of(Problem.of(
                    Problem.Code.NOT_FOUND, "", Messages.of("yaml.gone", id), Messages.of("yaml.gone.remedy"))));
        }
        var reading = bench.manifests().readDeployment(text, folder(view.get().spec()));
        if (reading instanceof Reading.Good<DeploymentSpec> good) {
            return read(view.get(), good.value(), good.notes(), text);
        }
        var problems = ((Reading.Bad<DeploymentSpec>) reading).problems();
        return withoutFiles(view.get(), text)
                .map(spec -> read(view.get(), spec, List.of(), text))
                .orElseGet(() -> new Read.Bad(problems));
    }

    private Read read(DeploymentView view, DeploymentSpec edited, List<Note> notes, String text) {
        var renamed = renamed(edited, text);
        return renamed.isEmpty() ? new Read.Good(plan(view, edited), notes) : new Read.Bad(renamed);
    }

    /** What runs has copies of its files: as long as it is not replaced, nobody needs those it was made from. */
    private Optional<DeploymentSpec> withoutFiles(DeploymentView view, String text) {
        return bench.manifests()
                .readDeploymentAlone(text, folder(view.spec()))
                .filter(edited -> edited.runsLike(view.spec()))
                .filter(edited -> !(view.state() instanceof DeploymentState.Failed));
    }

    /** What is asked for: of a deployment that is being replaced, the version on its way. */
    private static DeploymentSpec wanted(DeploymentView view) {
        return view.state() instanceof DeploymentState.Updating updating ? updating.next() : view.spec();
    }

    /** Where its file would stand, as in the cloud's samples: beside the code. */
    private static Path folder(DeploymentSpec spec) {
        if (!(spec.code() instanceof CodeSource.Folder source)) {
            return Path.of("").toAbsolutePath();
        }
        var code = Path.of(source.folder());
        return code.getParent() == null ? code : code.getParent();
    }

    private List<Problem> renamed(DeploymentSpec edited, String text) {
        var problems = new ArrayList<Problem>();
        if (!edited.id().endpoint().equals(id.endpoint())) {
            problems.add(fixed("endpoint_name", id.endpoint().text()));
        }
        if (!edited.id().deployment().equals(id.deployment())) {
            problems.add(fixed("name", id.deployment().text()));
        }
        return bench.manifests().placed(problems, text);
    }

    private static Problem fixed(String key, String value) {
        return Problem.of(
                Problem.Code.NOT_SUPPORTED,
                key,
                Messages.of("yaml.fixed", key),
                Messages.of("yaml.fixed.remedy", value));
    }

    private Plan plan(DeploymentView view, DeploymentSpec edited) {
        if (view.state() instanceof DeploymentState.Failed) {
            return new Plan(
                    List.of(Messages.of("plan.recreate", edited.instanceCount())),
                    Messages.of("plan.recreate.verb"),
                    note -> bench.give(note, control -> control.recreateDeployment(edited)),
                    done("plan.recreate.done"),
                    Messages.of("plan.recreate.refused", id));
        }
        return new Plan(
                DeploymentEffects.of(view, edited),
                Messages.of("plan.update.verb"),
                note -> bench.give(
                        note,
                        control -> edited.runsLike(view.spec())
                                ? control.updateDeployment(edited)
                                : control.replaceDeployment(edited)),
                done("plan.update.done"),
                Messages.of("plan.update.refused", id));
    }

    private Runnable done(String key) {
        return () -> bench.notices().done(Messages.of(key, id));
    }
}

package dev.sluice.console.activity;

import static java.util.stream.Collectors.joining;

import dev.sluice.domain.Deed;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Facet;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Routing;
import dev.sluice.domain.Target;
import dev.sluice.domain.TrafficSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was asked for, as lines of a shell that ask the cloud's command line for the same (reference 6). Pure. */
final class CloudCommands {

    private static final String YAML_ENDS = "END_OF_YAML";

    private CloudCommands() {}

    static List<String> of(Deed deed) {
        return switch (deed.kind()) {
            case CREATE_ENDPOINT -> fromFile(deed, endpoint("create", deed));
            case UPDATE_ENDPOINT -> update(deed);
            case DELETE_ENDPOINT -> List.of(endpoint("delete", deed) + " --yes");
            case CREATE_DEPLOYMENT -> fromFile(deed, deployment("create", deed));
            case UPDATE_DEPLOYMENT ->
                deed.after().described().isPresent()
                        ? fromFile(deed, deployment("update", deed))
                        : List.of("# redeploying " + deed.target() + " as it was has no command there");
            case DELETE_DEPLOYMENT -> deletion(deed);
            case SCALE -> List.of(deployment("update", deed) + " --set instance_count=" + instances(deed));
            case TRAFFIC, MIRROR, ROUTING -> rerouting(deed);
            case REGENERATE_KEY ->
                List.of("az ml online-endpoint regenerate-keys --name " + endpointOf(deed) + " --key-type "
                        + key(deed));
            case CREATE_ASSET -> fromFile(deed, "az ml " + assetKind(deed) + " create");
            case ARCHIVE_ASSET -> List.of(asset("archive", deed));
            case RESTORE_ASSET -> List.of(asset("restore", deed));
            default ->
                List.of("# " + deed.kind().name().toLowerCase(Locale.ROOT) + " of " + deed.target()
                        + " has no command there");
        };
    }

    private static String endpoint(String verb, Deed deed) {
        return "az ml online-endpoint " + verb + " --name " + endpointOf(deed);
    }

    private static String asset(String verb, Deed deed) {
        return deed.target() instanceof Target.OfAsset of
                ? "az ml " + of.kind().word() + " " + verb + " --name " + of.name() + " --version " + of.version()
                : "";
    }

    private static String assetKind(Deed deed) {
        return deed.target() instanceof Target.OfAsset of ? of.kind().word() : "";
    }

    private static String endpointOf(Deed deed) {
        return deed.target().endpoint().map(EndpointName::text).orElse("");
    }

    private static String deployment(String verb, Deed deed) {
        var name = deed.target() instanceof Target.OfDeployment of
                ? of.deployment().deployment().text()
                : "";
        return "az ml online-deployment " + verb + " --name " + name + " --endpoint-name " + endpointOf(deed);
    }

    /** The file speaks of no traffic: where that was changed too, it has a command of its own. */
    private static List<String> update(Deed deed) {
        var lines = new ArrayList<String>();
        if (deed.after().described().isPresent()) {
            lines.addAll(fromFile(deed, endpoint("update", deed)));
        }
        if (deed.after().routed().isPresent()) {
            lines.addAll(rerouting(deed));
        }
        return lines;
    }

    private static List<String> fromFile(Deed deed, String command) {
        var yaml = deed.after().described().orElse("");
        var file = "\"$files/" + deed.target().toString().replaceAll("[/: ]", "-") + ".yml\"";
        var lines = new ArrayList<String>();
        if (yaml.contains(Facet.LEFT_OUT)) {
            lines.add("# The values of environment variables are not in the journal: put them in before you run this.");
        }
        lines.add("cat > " + file + " <<'" + YAML_ENDS + "'");
        lines.addAll(yaml.lines().toList());
        lines.add(YAML_ENDS);
        var all = deed.after() instanceof Facet.NewDeployment created && created.thenAllTraffic();
        lines.add(command + " --file " + file + (all ? " --all-traffic" : ""));
        return lines;
    }

    /** The cloud does not say what becomes of a mirror whose shadow is deleted: it is turned off first. */
    private static List<String> deletion(Deed deed) {
        var lines = new ArrayList<String>();
        deed.after().routed().ifPresent(routing -> lines.addAll(rerouting(deed)));
        lines.add(deployment("delete", deed) + " --yes");
        return lines;
    }

    private static List<String> rerouting(Deed deed) {
        var before = deed.before().routed().orElse(Routing.CLOSED);
        var after = deed.after().routed().orElse(Routing.CLOSED);
        var mirror = before.mirror().equals(after.mirror())
                ? ""
                : " --mirror-traffic \"" + mirror(before.mirror(), after.mirror()) + "\"";
        var traffic = before.traffic().equals(after.traffic())
                ? ""
                : " --traffic \"" + traffic(before.traffic(), after.traffic()) + "\"";
        return traffic.isEmpty() && mirror.isEmpty()
                ? List.of("# it was so already")
                : List.of(endpoint("update", deed) + traffic + mirror);
    }

    /** The whole map is replaced: who is not named gets nothing. */
    private static String traffic(TrafficSplit before, TrafficSplit after) {
        return after.shares().isEmpty()
                ? before.shares().keySet().stream().map(name -> name + "=0").collect(joining(" "))
                : after.toString();
    }

    private static String mirror(Mirror before, Mirror after) {
        return after instanceof Mirror.Off && before instanceof Mirror.To was ? was.target() + "=0" : after.toString();
    }

    private static int instances(Deed deed) {
        return deed.after() instanceof Facet.Instances instances ? instances.count() : 1;
    }

    private static String key(Deed deed) {
        return deed.after() instanceof Facet.Said said ? said.words() : "primary";
    }
}

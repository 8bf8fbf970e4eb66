package dev.sluice.console.activity;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.SampleActivity.ALICE;
import static dev.sluice.console.SampleActivity.entry;
import static dev.sluice.console.SampleActivity.split;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleActivity;
import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.Deed;
import dev.sluice.domain.Deed.Kind;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Facet;
import dev.sluice.domain.Happening;
import dev.sluice.domain.Happening.Verdict;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Routing;
import dev.sluice.domain.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudScriptTest {

    private static final Routing BLUE_LIVE = split(Map.of("blue", 100));

    /** Knows what is there by files of its name. */
    private static final String STRICT_AZ = """
            #!/usr/bin/env bash
            kind=$2 verb=$3 name= endpoint= traffic=
            while (($#)); do
              case $1 in
                --name) name=$2 ;;
                --endpoint-name) endpoint=$2 ;;
                --traffic) traffic=$2 ;;
              esac
              shift
            done
            there=HERE/there-${endpoint:+$endpoint-}$name
            refuse() { echo "$kind $verb $name: $1"; exit 1; }
            [[ $verb == create ]] && { [[ ! -e $there ]] || refuse "is there already"; touch "$there"; exit; }
            [[ -e $there ]] || refuse "is not there"
            for share in $traffic; do [[ -e $there-${share%=*} ]] || refuse "${share%=*} is not there"; done
            [[ $verb != delete ]] || rm "$there"
            """;

    @Test
    void each_command_that_people_gave_stands_there_once_in_order_and_nothing_else() {
        assertThat(commands(CloudScript.of(SampleActivity.rollout())))
                .containsExactly(
                        "az ml online-endpoint create --name diabetes --file \"$files/diabetes.yml\"",
                        "az ml online-deployment create --name blue --endpoint-name diabetes"
                                + " --file \"$files/diabetes-blue.yml\" --all-traffic",
                        "az ml online-endpoint update --name diabetes --traffic \"blue=100\"",
                        "az ml online-deployment update --name blue --endpoint-name diabetes --set instance_count=2",
                        "az ml online-deployment create --name green --endpoint-name diabetes"
                                + " --file \"$files/diabetes-green.yml\"",
                        "az ml online-endpoint update --name diabetes --mirror-traffic \"green=10\"",
                        "az ml online-endpoint update --name diabetes --mirror-traffic \"green=0\"",
                        "az ml online-endpoint regenerate-keys --name diabetes --key-type secondary",
                        "az ml online-endpoint update --name diabetes --traffic \"blue=90 green=10\"");
    }

    @Test
    void e5_what_was_done_in_the_registry_is_what_the_clouds_commands_do() {
        var model = Target.of(new AssetId(AssetKind.MODEL, "iris", "3"));
        var created = Deed.of(Kind.CREATE_ASSET, model).to(new Facet.Described("name: iris\n"));

        assertThat(commands(script(created))).containsExactly("az ml model create --file \"$files/model-iris-3.yml\"");
        assertThat(commands(script(Deed.of(Kind.ARCHIVE_ASSET, model))))
                .containsExactly("az ml model archive --name iris --version 3");
        assertThat(commands(script(Deed.of(Kind.RESTORE_ASSET, model))))
                .containsExactly("az ml model restore --name iris --version 3");
    }

    @Test
    void a_note_is_a_comment_above_the_command_which_takes_none_in_the_cloud() {
        var blue = Target.of(new DeploymentId(DIABETES, BLUE));
        var noted = ALICE.because("Monday's load");

        assertThat(CloudScript.of(List.of(
                        entry(1, noted, Deed.of(Kind.SCALE, blue).to(new Facet.Instances(3))),
                        entry(2, noted, Deed.of(Kind.DELETE_DEPLOYMENT, blue)))))
                .containsSubsequence(
                        ALICE.user() + ": Monday's load\n",
                        "az ml online-deployment update --name blue --endpoint-name diabetes --set instance_count=3\n",
                        ALICE.user() + ": Monday's load\n",
                        "az ml online-deployment delete --name blue --endpoint-name diabetes --yes\n");
    }

    @Test
    void traffic_that_is_turned_off_names_who_had_it() {
        var deed = reroute(Kind.TRAFFIC, split(Map.of("blue", 90, "green", 10)), Routing.CLOSED);

        assertThat(script(deed)).contains("--traffic \"blue=0 green=0\"");
    }

    @Test
    void traffic_and_mirror_in_one_change_are_one_command() {
        var before = BLUE_LIVE.withMirror(Mirror.to(GREEN, new Percent(10)));
        var deed = reroute(Kind.ROUTING, before, split(Map.of("green", 100)));

        assertThat(commands(script(deed)))
                .containsExactly("az ml online-endpoint update --name diabetes --traffic \"green=100\""
                        + " --mirror-traffic \"green=0\"");
    }

    @Test
    void an_endpoints_edited_yaml_that_only_reroutes_is_a_command_without_a_file() {
        var deed = reroute(Kind.UPDATE_ENDPOINT, BLUE_LIVE, split(Map.of("blue", 80, "green", 20)));

        assertThat(script(deed)).doesNotContain("cat >");
        assertThat(commands(script(deed)))
                .containsExactly("az ml online-endpoint update --name diabetes --traffic \"blue=80 green=20\"");
    }

    @Test
    void an_endpoints_edited_yaml_that_also_reroutes_is_a_file_and_then_the_routing() {
        var shadow = BLUE_LIVE.withMirror(Mirror.to(GREEN, new Percent(10)));
        var deed = Deed.of(Kind.UPDATE_ENDPOINT, DIABETES)
                .from(new Facet.Whole(BLUE_LIVE, "auth_mode: key\n"))
                .to(new Facet.Whole(shadow, "auth_mode: aml_token\n"));

        assertThat(script(deed)).contains("auth_mode: aml_token").doesNotContain("auth_mode: key");
        assertThat(commands(script(deed)))
                .containsExactly(
                        "az ml online-endpoint update --name diabetes --file \"$files/diabetes.yml\"",
                        "az ml online-endpoint update --name diabetes --mirror-traffic \"green=10\"");
    }

    @Test
    void a_deleted_shadow_has_its_mirror_turned_off_first() {
        var before = BLUE_LIVE.withMirror(Mirror.to(GREEN, new Percent(10)));
        var deed = Deed.of(Kind.DELETE_DEPLOYMENT, new DeploymentId(DIABETES, GREEN))
                .from(new Facet.Routed(before))
                .to(new Facet.Routed(BLUE_LIVE));

        assertThat(commands(script(deed)))
                .containsExactly(
                        "az ml online-endpoint update --name diabetes --mirror-traffic \"green=0\"",
                        "az ml online-deployment delete --name green --endpoint-name diabetes --yes");
    }

    @Test
    void who_and_why_are_comments_that_cannot_become_commands() {
        var evil = ALICE.because("done\nrm -rf /");

        assertThat(CloudScript.of(List.of(entry(1, evil, Deed.of(Kind.DELETE_ENDPOINT, DIABETES))))
                        .lines())
                .noneMatch(line -> line.startsWith("rm"))
                .anyMatch(line -> line.matches("# .* alice: done rm -rf /"));
    }

    @Test
    void values_that_were_left_out_are_pointed_out() {
        assertThat(CloudScript.of(SampleActivity.rollout())).contains("put them in before you run this");
    }

    /** Run by a real shell, with a program in az's place that tells what it was given. */
    @Test
    void a_shell_runs_it_and_the_files_are_there(@TempDir Path folder) throws Exception {
        var az = Files.writeString(
                folder.resolve("az"),
                "#!/usr/bin/env bash\nfor a; do [[ ! -f $a ]] || grep ^name: \"$a\"; done\necho \"$*\" >> " + folder
                        + "/given\n");
        assertThat(az.toFile().setExecutable(true)).isTrue();
        var script = Files.writeString(folder.resolve("activity.sh"), CloudScript.of(SampleActivity.rollout()));

        var process = run(folder, script);

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(folder.resolve("output"))).isEqualTo("name: diabetes\nname: blue\nname: green\n");
        assertThat(Files.readAllLines(folder.resolve("given")))
                .hasSize(9)
                .contains("ml online-endpoint update --name diabetes --traffic blue=90 green=10");
    }

    /** With a program in az's place that refuses what the cloud refuses: what is there already, or is not there. */
    @Test
    void what_was_refused_failed_and_was_created_again_is_replayed_to_the_end(@TempDir Path folder) throws Exception {
        var az = Files.writeString(folder.resolve("az"), STRICT_AZ.replace("HERE", folder.toString()));
        assertThat(az.toFile().setExecutable(true)).isTrue();
        var script = Files.writeString(folder.resolve("activity.sh"), CloudScript.of(withFailures()));

        var process = run(folder, script);

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("output"))).isEmpty();
        assertThat(process.exitValue()).isZero();
        assertThat(folder.resolve("there-diabetes-blue")).exists();
        assertThat(folder.resolve("there-diabetes-green")).doesNotExist();
    }

    @Test
    void what_is_not_repeated_is_a_comment_that_says_why() {
        assertThat(CloudScript.of(withFailures()))
                .contains("# It was refused here: Not enough memory. What to do: ask for less.\n"
                        + "# az ml online-deployment create --name blue --endpoint-name diabetes")
                .contains("# It came to nothing here: /nope is not there.\n"
                        + "# az ml online-deployment create --name blue --endpoint-name diabetes")
                .contains("# It was not created above\n"
                        + "# az ml online-deployment delete --name green --endpoint-name diabetes --yes");
    }

    @Test
    void what_was_created_again_had_failed_also_where_the_entries_do_not_show_that() {
        var people = withFailures().stream()
                .filter(entry -> entry.actor().equals(ALICE))
                .toList();

        assertThat(commands(CloudScript.of(people)))
                .filteredOn(command -> command.contains("online-deployment create --name blue"))
                .hasSize(1);
    }

    @Test
    void deployments_that_went_with_their_endpoint_had_not_failed() {
        var blue = new DeploymentId(DIABETES, BLUE);
        var again = List.of(
                entry(1, ALICE, Deed.of(Kind.CREATE_ENDPOINT, DIABETES)),
                entry(2, ALICE, create(blue)),
                entry(3, ALICE, Deed.of(Kind.DELETE_ENDPOINT, DIABETES)),
                entry(4, ALICE, Deed.of(Kind.CREATE_ENDPOINT, DIABETES)),
                entry(5, ALICE, create(blue)));

        assertThat(commands(CloudScript.of(again)))
                .filteredOn(command -> command.contains("online-deployment create --name blue"))
                .hasSize(2);
    }

    @Test
    void an_update_that_was_cancelled_is_not_made() {
        var blue = new DeploymentId(DIABETES, BLUE);
        var cancelled = List.of(
                entry(1, ALICE, create(blue)),
                entry(2, ALICE, Deed.of(Kind.UPDATE_DEPLOYMENT, blue).to(new Facet.Described("name: blue\n"))),
                entry(3, ALICE, Deed.of(Kind.CANCEL, blue)));

        assertThat(CloudScript.of(cancelled))
                .contains("# It came to nothing here: it was cancelled\n"
                        + "# az ml online-deployment update --name blue --endpoint-name diabetes");
    }

    @Test
    void a_redeployment_has_no_file_and_no_command() {
        var redeployed = script(Deed.of(Kind.UPDATE_DEPLOYMENT, new DeploymentId(DIABETES, BLUE)));

        assertThat(redeployed).contains("# redeploying diabetes/blue as it was has no command there\n");
        assertThat(commands(redeployed)).isEmpty();
    }

    private static List<Activity> withFailures() {
        var blue = new DeploymentId(DIABETES, BLUE);
        var green = new DeploymentId(DIABETES, GREEN);
        return List.of(
                entry(1, ALICE, Deed.of(Kind.CREATE_ENDPOINT, DIABETES).to(new Facet.Described("name: diabetes\n"))),
                ended(2, ALICE, create(blue), Verdict.REFUSED, "Not enough memory.\nWhat to do: ask for less."),
                entry(3, ALICE, create(blue)),
                ended(4, Actor.SYSTEM, Deed.of(Kind.GIVEN_UP, blue), Verdict.FAILED, "/nope is not there."),
                entry(5, ALICE, create(blue)),
                ended(6, Actor.SYSTEM, Deed.of(Kind.READY, blue), Verdict.DONE, ""),
                entry(7, ALICE, reroute(Kind.TRAFFIC, Routing.CLOSED, BLUE_LIVE)),
                entry(8, ALICE, create(green)),
                ended(9, Actor.SYSTEM, Deed.of(Kind.GIVEN_UP, green), Verdict.FAILED, "It was cancelled."),
                entry(10, ALICE, Deed.of(Kind.DELETE_DEPLOYMENT, green)),
                entry(11, ALICE, Deed.of(Kind.SCALE, blue).to(new Facet.Instances(2))));
    }

    private static Deed create(DeploymentId id) {
        return Deed.of(Kind.CREATE_DEPLOYMENT, id)
                .to(new Facet.NewDeployment("name: " + id.deployment() + "\n", false));
    }

    private static Activity ended(long number, Actor actor, Deed deed, Verdict verdict, String why) {
        return new Activity(number, entry(number, actor, deed).at(), new Happening(actor, deed, verdict, why));
    }

    private static Process run(Path folder, Path script) throws IOException {
        var builder = new ProcessBuilder("bash", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        return builder.start();
    }

    private static String script(Deed deed) {
        return CloudScript.of(List.of(entry(1, ALICE, deed)));
    }

    private static Deed reroute(Kind kind, Routing before, Routing after) {
        return Deed.of(kind, DIABETES).from(new Facet.Routed(before)).to(new Facet.Routed(after));
    }

    private static List<String> commands(String script) {
        return script.lines().filter(line -> line.startsWith("az ")).toList();
    }
}

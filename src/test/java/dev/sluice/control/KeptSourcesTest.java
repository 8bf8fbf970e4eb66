package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.assets.TreeRemoval;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.CondaFile;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Problem;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.InstanceSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a deployment is made of when it is updated without a file: of the same as before. */
class KeptSourcesTest extends BlueUnderUpdate {

    private static final Problem NO_IMAGE =
            Problem.of(Problem.Code.IMAGE_BUILD_FAILURE, "environment", "no such image", "pull it");
    private static final String PACKAGES = "dependencies: [python]\n";
    private static final String OTHER_PACKAGES = "dependencies: [other]\n";

    private Path score;
    private Path weights;
    private Path conda;

    @BeforeEach
    void blue_has_code_a_model_and_packages_of_the_users() throws Exception {
        score = Files.writeString(folder.resolve("code/score.py"), "# finished");
        weights = Files.writeString(folder.resolve("weights.bin"), "finished");
        conda = Files.writeString(folder.resolve("conda.yml"), PACKAGES);
        replace(runtime.spec(BLUE)
                .draft()
                .model(new ModelSource.Files(weights.toString(), "", ""))
                .environment(new EnvironmentSource.Conda("base", new CondaFile.At(conda.toString())))
                .done());
    }

    @Test
    void g1_a_variable_that_is_set_brings_no_unfinished_edit_along() throws Exception {
        edit();

        change(now().draft().environmentVariables(Map.of("A", "1")).done());

        assertThat(newestInstance().environment()).containsEntry("A", "1");
        assertThat(code()).hasContent("# finished");
        assertThat(model("weights.bin")).hasContent("finished");
        assertThat(engine.prepared()).contains(conda(PACKAGES)).doesNotContain(conda(OTHER_PACKAGES));
    }

    @Test
    void e3_a_variable_can_be_set_when_the_files_are_gone() throws Exception {
        TreeRemoval.remove(score.getParent());
        Files.delete(weights);
        Files.delete(conda);

        change(now().draft().environmentVariables(Map.of("A", "1")).done());

        assertThat(code()).hasContent("# finished");
        assertThat(model("weights.bin")).hasContent("finished");
    }

    @Test
    void e3_code_that_an_older_sluice_has_copied_is_kept_and_in_the_registry_from_then_on() throws Exception {
        runtime.close();
        forgetTheCodes();
        runtime = new RuntimeUnderTest(engine, folder);
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(view().madeOf().of(AssetKind.CODE)).isEmpty();
        TreeRemoval.remove(score.getParent());

        change(now().draft().environmentVariables(Map.of("A", "1")).done());

        assertThat(code()).hasContent("# finished");
        assertThat(view().madeOf().of(AssetKind.CODE)).isPresent();
    }

    private void forgetTheCodes() throws Exception {
        try (var file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("home/sluice.db"));
                var statement = file.createStatement()) {
            statement.execute("DELETE FROM asset_pin WHERE kind = 'CODE'");
            statement.execute("DELETE FROM asset WHERE kind = 'CODE'");
        }
    }

    @Test
    void e3_what_was_kept_once_is_kept_by_the_next_update_too() throws Exception {
        edit();
        change(now().draft().environmentVariables(Map.of("A", "1")).done());

        change(now().draft().environmentVariables(Map.of("A", "2")).done());

        assertThat(code()).hasContent("# finished");
        assertThat(model("weights.bin")).hasContent("finished");
    }

    @Test
    void g1_trying_again_an_update_that_failed_keeps_what_it_was_to_keep() throws Exception {
        var next = now().draft().environmentVariables(Map.of("A", "1")).done();
        engine.refuse(FakeEngine.Call.PREPARE, NO_IMAGE);
        update(next);
        tryAgainAfterAnEdit();
        awaitServing(next);

        assertThat(newestInstance().environment()).containsEntry("A", "1");
        assertThat(code()).hasContent("# finished");
        assertThat(model("weights.bin")).hasContent("finished");
    }

    @Test
    void g2_trying_again_an_update_by_a_file_reads_what_may_have_been_mended() throws Exception {
        var next = now().draft().environmentVariables(Map.of("A", "1")).done();
        engine.refuse(FakeEngine.Call.PREPARE, NO_IMAGE);
        assertThat(runtime.ask(runtime.control.replaceDeployment(next))).isInstanceOf(Outcome.Applied.class);
        tryAgainAfterAnEdit();
        awaitServing(next);

        assertThat(code()).hasContent("# unfinished");
        assertThat(model("weights.bin")).hasContent("unfinished");
    }

    private void tryAgainAfterAnEdit() throws Exception {
        runtime.awaitState(BLUE, DeploymentState.UpdateFailed.class);
        edit();
        engine.allow(FakeEngine.Call.PREPARE);
        var failed = runtime.fleet().jobs().get(0);
        assertThat(failed.canRetry()).isTrue();
        assertThat(runtime.ask(runtime.control.retry(failed.id()))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void g4_only_the_part_that_is_described_otherwise_is_taken_in() throws Exception {
        edit();
        var other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("score.py"), "# other");

        change(now().draft()
                .code(new CodeSource.Folder(other.toString(), "score.py"))
                .done());

        assertThat(code()).hasContent("# other");
        assertThat(model("weights.bin")).hasContent("finished");
    }

    @Test
    void g4_another_model_is_taken_in_beside_the_code_that_runs() throws Exception {
        edit();
        var other = Files.writeString(folder.resolve("other.bin"), "other");

        change(now().draft()
                .model(new ModelSource.Files(other.toString(), "", ""))
                .done());

        assertThat(code()).hasContent("# finished");
        assertThat(model("other.bin")).hasContent("other");
        assertThat(model("weights.bin")).doesNotExist();
    }

    @Test
    void g2_a_file_takes_all_of_it_in_anew() throws Exception {
        edit();

        replace(now().draft().environmentVariables(Map.of("A", "1")).done());

        assertThat(code()).hasContent("# unfinished");
        assertThat(model("weights.bin")).hasContent("unfinished");
        assertThat(engine.prepared()).contains(conda(OTHER_PACKAGES));
    }

    @Test
    void code_that_is_kept_is_not_told_of_collections_that_are_not_wanted_any_more() throws Exception {
        var wanted = new TreeMap<String, DataCollection.Collection>();
        wanted.put("model_inputs", new DataCollection.Collection(true, ""));
        change(now().draft()
                .collection(new DataCollection(1, DataCollection.Rolling.HOUR, wanted, List.of()))
                .done());
        assertThat(code().resolveSibling(".sluice/mdc_config.json")).exists();

        change(now().draft().collection(DataCollection.NONE).done());

        assertThat(code()).hasContent("# finished");
        assertThat(code().resolveSibling(".sluice/mdc_config.json")).doesNotExist();
    }

    private void edit() throws Exception {
        Files.writeString(score, "# unfinished");
        Files.writeString(weights, "unfinished");
        Files.writeString(conda, OTHER_PACKAGES);
    }

    private void change(DeploymentSpec spec) throws Exception {
        update(spec);
        awaitServing(spec);
    }

    private void replace(DeploymentSpec spec) throws Exception {
        assertThat(runtime.ask(runtime.control.replaceDeployment(spec))).isInstanceOf(Outcome.Applied.class);
        awaitServing(spec);
    }

    private void awaitServing(DeploymentSpec spec) {
        await().until(() -> now().equals(spec));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
    }

    private DeploymentSpec now() {
        return view().spec();
    }

    private InstanceSpec newestInstance() {
        return engine.started().get(engine.started().size() - 1);
    }

    private Path code() {
        return newestInstance().files().app().resolve("score.py");
    }

    private Path model(String file) {
        return newestInstance().files().models().resolve(file);
    }

    private static EnvironmentSource conda(String packages) {
        return new EnvironmentSource.Conda("base", new CondaFile.Inline(packages));
    }
}

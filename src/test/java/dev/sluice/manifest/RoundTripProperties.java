package dev.sluice.manifest;

import static dev.sluice.manifest.Workplace.complaints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Labels;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripProperties {

    private static final EndpointName ENDPOINT = new EndpointName("My-Endpoint");

    @TempDir
    Path folder;

    @Test
    void o6_what_is_written_of_an_endpoint_is_read_back_the_same() {
        qt().withExamples(500).forAll(longs().all()).checkAssert(seed -> {
            var endpoint = new RandomSpecs(seed).endpoint(ENDPOINT);

            assertThat(Manifests.restoreEndpoint(ManifestWriter.write(endpoint)))
                    .isEqualTo(new Decoded.Value<>(endpoint));
        });
    }

    @Test
    void o6_what_is_written_of_a_deployment_is_read_back_the_same() {
        qt().withExamples(500).forAll(longs().all()).checkAssert(seed -> {
            var deployment = new RandomSpecs(seed).deployment(ENDPOINT, new DeploymentName("Blue"));

            assertThat(Manifests.restoreDeployment(ManifestWriter.write(deployment)))
                    .isEqualTo(new Decoded.Value<>(deployment));
        });
    }

    @Test
    void what_is_written_of_a_model_or_an_environment_is_read_back_the_same() {
        qt().withExamples(200).forAll(longs().all()).checkAssert(seed -> {
            var model = new RandomSpecs(seed).model("my-model");
            var environment = new RandomSpecs(seed).environment("my.env");

            assertThat(Manifests.restoreModel(ManifestWriter.write(model))).isEqualTo(new Decoded.Value<>(model));
            assertThat(Manifests.restoreEnvironment(ManifestWriter.write(environment)))
                    .isEqualTo(new Decoded.Value<>(environment));
        });
    }

    @Test
    void whatever_a_file_holds_it_is_never_an_exception() {
        qt().withExamples(500).forAll(longs().all()).checkAssert(seed -> {
            var random = new Random(seed);
            var text = new StringBuilder(Workplace.DEPLOYMENT);
            for (int i = 0; i < 5; i++) {
                int at = random.nextInt(text.length());
                text.replace(at, Math.min(text.length(), at + random.nextInt(9)), oneOf(random));
            }
            assertThat(Manifests.read(text.toString(), folder, "file.yml")).isNotNull();
        });
    }

    @Test
    void a_written_endpoint_is_what_a_person_would_have_written() {
        var spec = new EndpointSpec(
                ENDPOINT, EndpointKind.MANAGED, AuthMode.AML_TOKEN, Labels.of("to be: sold", Map.of("ready", "yes")));

        assertThat(ManifestWriter.write(spec)).isEqualTo("""
                        $schema: https://azuremlschemas.azureedge.net/latest/managedOnlineEndpoint.schema.json
                        name: My-Endpoint
                        auth_mode: aml_token
                        description: 'to be: sold'
                        tags:
                          ready: 'yes'
                        """);
    }

    @Test
    void a_long_text_stays_on_its_line_so_that_two_revisions_can_be_compared() {
        var labels = Labels.of("word ".repeat(100) + "end", Map.of());
        var spec = new EndpointSpec(ENDPOINT, EndpointKind.MANAGED, AuthMode.KEY, labels);

        assertThat(ManifestWriter.write(spec)).hasLineCount(4);
    }

    @Test
    void a_written_deployment_is_read_where_its_files_are() {
        var workplace = new Workplace(folder);
        var spec = workplace.deployment(Workplace.DEPLOYMENT).spec();

        var written = ManifestWriter.write(spec);

        assertThat(workplace.deployment(written).spec()).isEqualTo(spec);
        assertThat(complaints(
                        Manifests.restoreDeployment(written.replaceAll(Pattern.quote(folder + "/model"), "/none"))))
                .isEmpty();
    }

    private static String oneOf(Random random) {
        var pieces = new String[] {
            "", ":", "- ", "\n", "  ", "{", "]", "&a", "*a", "!!int", "<<: ", "\t", "\u0000", "null", "? "
        };
        return pieces[random.nextInt(pieces.length)];
    }
}

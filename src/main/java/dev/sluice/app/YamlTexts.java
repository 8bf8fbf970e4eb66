package dev.sluice.app;

import dev.sluice.console.support.ManifestText;
import dev.sluice.console.support.code.Suggestion;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Routing;
import dev.sluice.manifest.Completion;
import dev.sluice.manifest.Decoded;
import dev.sluice.manifest.Manifest;
import dev.sluice.manifest.ManifestWriter;
import dev.sluice.manifest.Manifests;
import dev.sluice.manifest.PortableText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lets the console show and edit what there is as the cloud's YAML. Safe from any thread. */
public final class YamlTexts implements ManifestText {

    @Override
    public String write(DeploymentSpec spec) {
        return ManifestWriter.write(spec);
    }

    @Override
    public String write(EndpointSpec spec, Routing routing) {
        return ManifestWriter.write(spec, routing);
    }

    @Override
    public String write(AssetDefinition definition) {
        return ManifestWriter.write(definition);
    }

    @Override
    public Portable portable(String text, Path from, Path folder) {
        var portable = PortableText.of(text, from, folder);
        return new Portable(portable.text(), portable.outside());
    }

    @Override
    public Reading<DeploymentSpec> readDeployment(String text, Path folder) {
        return reading(Manifests.readDeployment(text, folder), Manifest.DeploymentFile::spec);
    }

    @Override
    public Optional<DeploymentSpec> readDeploymentAlone(String text, Path folder) {
        return Manifests.readDeploymentAlone(text, folder) instanceof Decoded.Value<DeploymentSpec> read
                ? Optional.of(read.value())
                : Optional.empty();
    }

    @Override
    public Reading<EndpointEdit> readEndpoint(String text, Routing now) {
        return reading(
                Manifests.readEndpointUpdate(text),
                update -> new EndpointEdit(
                        update.spec(),
                        new Routing(
                                update.traffic().orElse(now.traffic()),
                                update.mirror().orElse(now.mirror()))));
    }

    @Override
    public List<Problem> placed(List<Problem> problems, String text) {
        return problems.stream().map(Manifests.placesIn(text)::placed).toList();
    }

    @Override
    public List<Suggestion> suggestions(String text, int caret) {
        return Completion.at(text, caret).stream()
                .map(found -> new Suggestion(found.word(), found.sentence(), found.insert(), found.from()))
                .toList();
    }

    private static <M extends Manifest, T> Reading<T> reading(Decoded<M> decoded, Function<M, T> value) {
        return decoded instanceof Decoded.Value<M> read
                ? new Reading.Good<>(value.apply(read.value()), notes(read.value()))
                : new Reading.Bad<>(decoded.problems());
    }

    private static List<Note> notes(Manifest manifest) {
        return manifest.notices().stream()
                .map(notice -> new Note(notice.place().line(), notice.path(), notice.sentence()))
                .toList();
    }
}

package dev.sluice.manifest;

import dev.sluice.domain.AssetKind;
import dev.sluice.domain.CodeSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads where a deployment's code comes from: a folder, or what was copied from one before (reference 1.3). */
final class CodeReader {

    /** Other than the address of a data store, {@code azureml://}, where no code is. */
    private static final Pattern REFERENCE = Pattern.compile("azureml:(?!//).*");

    /** Where instances see code; what is in a copy is asked when it is used. */
    private static final Path COPY = Path.of("/var/azureml-app/code");

    private CodeReader() {}

    static Optional<CodeSource> read(Value value, Path folder) {
        var keys = value.section();
        var code = keys.flatMap(section -> section.required("code"));
        var script = keys.flatMap(section -> section.required("scoring_script"));
        var source = code.filter(CodeReader::isReference).isPresent()
                ? code.flatMap(named -> registered(named, script))
                : code.flatMap(named -> LocalFile.named(named, folder, LocalFile.Kind.FOLDER))
                        .flatMap(base -> folder(base, script));
        keys.ifPresent(Section::finish);
        return source;
    }

    private static boolean isReference(Value code) {
        return code.node() instanceof ScalarNode scalar
                && REFERENCE.matcher(scalar.getValue()).matches();
    }

    private static Optional<CodeSource> registered(Value code, Optional<Value> script) {
        return ReferenceReader.read(code, AssetKind.CODE.word(), "give the path of the folder with the code")
                .flatMap(reference -> script.flatMap(path -> LocalFile.spelledInside(path, COPY))
                        .map(inside -> new CodeSource.Registered(reference, inside)));
    }

    private static Optional<CodeSource> folder(Path base, Optional<Value> script) {
        return script.flatMap(path -> LocalFile.inside(path, base))
                .map(inside -> new CodeSource.Folder(base.toString(), inside));
    }
}

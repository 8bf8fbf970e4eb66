package dev.sluice.console.create;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.Messages;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;

/** What a draft still needs before a deployment can be made of it. */
record MissingFields(DeploymentDraft draft) {

    /** In words; empty if nothing is. */
    String text() {
        var needed = Stream.of(
                        needed("create.name", draft.name),
                        neededOfCode(),
                        neededOfEnvironment(),
                        needed("create.instance-type", draft.instanceType))
                .flatMap(part -> part)
                .collect(joining(", "));
        return needed.isEmpty() ? "" : Messages.of("create.missing", needed);
    }

    private Stream<String> neededOfCode() {
        return draft.needsCode() || !draft.code.get().isBlank()
                ? Stream.concat(needed("create.code", draft.code), needed("create.script", draft.script))
                : Stream.empty();
    }

    private Stream<String> neededOfEnvironment() {
        return switch (draft.environment.get()) {
            case DOCKERFILE -> needed("create.folder", draft.folder);
            case IMAGE -> needed("create.image", draft.image);
            case CONDA -> Stream.concat(needed("create.image", draft.image), needed("create.conda", draft.conda));
            case REGISTERED -> needed("create.reference", draft.reference);
            case NONE -> needed("create.model", draft.model);
            case OWN_PYTHON -> Stream.empty();
        };
    }

    private static Stream<String> needed(String key, StringProperty field) {
        return field.get().isBlank() ? Stream.of(Messages.of(key)) : Stream.empty();
    }
}

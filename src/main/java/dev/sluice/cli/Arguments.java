package dev.sluice.cli;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What was given to a command.
 *
 * @param read what picocli has read the words into; it counts options whose words it leaves to us as not given, so their
 *     values are asked for
 */
record Arguments(CommandSpec read) {

    private Optional<Object> value(Flag flag) {
        return Optional.ofNullable(read.findOption(flag.name())).map(option -> option.getValue());
    }

    boolean has(Flag flag) {
        return value(flag).filter(value -> !value.equals(Boolean.FALSE)).isPresent();
    }

    Optional<String> text(Flag flag) {
        return value(flag).map(String.class::cast);
    }

    /** Of an option that was required. */
    String required(Flag flag) {
        return text(flag).orElseThrow();
    }

    /** All that was given to the option, whether at once or by and by; none if it was not. */
    List<String> texts(Flag flag) {
        return times(flag).stream().flatMap(time -> time.texts().stream()).toList();
    }

    /** Each time that the option was given. */
    List<Time> times(Flag flag) {
        return value(flag).map(Arguments::timesIn).orElse(List.of());
    }

    static List<Time> timesIn(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Time.class::cast).toList()
                : List.of();
    }

    /** One time that an option was given; {@code order} tells which of several options came first. */
    record Time(int order, List<String> texts) {
        Time {
            texts = List.copyOf(texts);
        }
    }

    Optional<Path> file(Flag flag) {
        return text(flag).map(text -> path(flag, text));
    }

    private static Path path(Flag flag, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw CommandFailed.usage("argument " + flag + ": '" + text + "' cannot be a path: " + e.getReason());
        }
    }

    int number(Flag flag, int otherwise) {
        return text(flag).map(text -> number(flag, text)).orElse(otherwise);
    }

    private static int number(Flag flag, String text) {
        if (!text.matches("[0-9]{1,9}") || text.matches("0+")) {
            throw CommandFailed.usage("argument " + flag + ": '" + text + "' is no whole number above 0");
        }
        return Integer.parseInt(text);
    }

    EndpointName endpoint(Flag flag) {
        return name(required(flag), EndpointName::problems, EndpointName::new);
    }

    DeploymentName deployment(Flag flag) {
        return name(required(flag), DeploymentName::problems, DeploymentName::new);
    }

    DeploymentId deployment() {
        return new DeploymentId(endpoint(Flags.ENDPOINT), deployment(Flags.NAME));
    }

    private static <T> T name(String text, Function<String, List<Problem>> problems, Function<String, T> name) {
        var broken = problems.apply(text);
        if (!broken.isEmpty()) {
            throw CommandFailed.refused(broken);
        }
        return name.apply(text);
    }
}

package dev.sluice.engine.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.sluice.domain.Problem;
import dev.sluice.engine.EngineException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says in a person's words why Docker did not do what it was asked. */
final class Failures {

    /** Docker wraps its sentence in JSON, and docker-java wraps that in a status line. */
    private static final Pattern SENTENCE = Pattern.compile("\"message\"\\s*:\\s*\"(.*?)\"\\s*}", Pattern.DOTALL);

    private Failures() {}

    /** The failure of a stage, for people. */
    static EngineException explained(Throwable failure) {
        var cause = unwrapped(failure);
        if (cause instanceof EngineException already) {
            return already;
        }
        return cause instanceof Exception exception
                ? explained(exception)
                : explained(new IllegalStateException(cause));
    }

    static EngineException explained(Exception failure) {
        if (failure instanceof ConflictException) {
            return problem(Problem.Code.ALREADY_EXISTS, "there is an instance of that name", "stop it first", failure);
        }
        if (failure instanceof NotFoundException) {
            return problem(
                    Problem.Code.NOT_FOUND,
                    "Docker does not have it any more: " + said(failure),
                    "deploy again, so that what is missing is made anew",
                    failure);
        }
        if (failure instanceof DockerException) {
            return problem(
                    Problem.Code.ENGINE_UNAVAILABLE,
                    "Docker refused: " + said(failure),
                    "see the Docker daemon's log",
                    failure);
        }
        var file = among(failure, FileSystemException.class);
        if (file.isPresent()) {
            return problem(Problem.Code.INTERNAL, unusable(file.get()), "put that right, then try again", failure);
        }
        return problem(
                Problem.Code.ENGINE_UNAVAILABLE,
                "Docker does not answer: " + said(failure),
                "see with `docker info` that it runs",
                failure);
    }

    private static String unusable(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "this user may not use the file " + failure.getFile();
        }
        return failure instanceof NoSuchFileException
                ? "there is no file " + failure.getFile() + " any more"
                : "a file cannot be used: " + failure.getMessage();
    }

    private static EngineException problem(Problem.Code code, String message, String remedy, Throwable cause) {
        return new EngineException(Problem.of(code, "", message, remedy), cause);
    }

    /** The innermost sentence of a failure. */
    static String said(Throwable failure) {
        if (failure instanceof DockerException) {
            var sentence = SENTENCE.matcher(String.valueOf(failure.getMessage()));
            return sentence.find() ? sentence.group(1) : String.valueOf(failure.getMessage());
        }
        var cause = failure.getCause();
        return cause == null || failure instanceof EngineException ? String.valueOf(failure.getMessage()) : said(cause);
    }

    /** What of that kind is the failure or among its causes. */
    static <T extends Throwable> Optional<T> among(Throwable failure, Class<T> kind) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(kind::isInstance)
                .findFirst()
                .map(kind::cast);
    }

    /** The failure of a stage, without the wrapping that stages put around it. */
    static Throwable unwrapped(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? unwrapped(cause) : failure;
    }
}

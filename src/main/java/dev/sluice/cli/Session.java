package dev.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Mistake;
import dev.sluice.control.Reason;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import dev.sluice.manifest.Decoded;
import dev.sluice.manifest.Notice;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** One command being carried out: the runtime it speaks to, and how it tells what comes of it. For one thread. */
final class Session {

    private static final long PATIENCE_SECONDS = 20;

    private final Duration lookAfter;
    private final Connection connection;
    private final Voice voice;
    private final Clock clock;
    private Optional<RolloutControl> control = Optional.empty();

    Session(Connection connection, Voice voice, Clock clock) {
        this(connection, voice, clock, Duration.ofSeconds(5));
    }

    /** @param lookAfter how long an answer may take before the runtime is asked whether it is there */
    Session(Connection connection, Voice voice, Clock clock, Duration lookAfter) {
        this.lookAfter = lookAfter;
        this.connection = connection;
        this.voice = voice;
        this.clock = clock;
    }

    /** The runtime; it is looked for, and started if there is none, when a command first needs it. */
    RolloutControl control() {
        var there = control.orElseGet(() -> connection.open(voice::say));
        control = Optional.of(there);
        return there;
    }

    /** The runtime for a command that the user may insist on. */
    RolloutControl control(Arguments given) {
        return given.has(Flags.INSIST)
                ? control().beyondCapacity().insteadOfWhatRuns().besideWhatRuns()
                : control();
    }

    Voice voice() {
        return voice;
    }

    Clock clock() {
        return clock;
    }

    void print(JsonNode answer) {
        voice.print(answer);
    }

    Fleet fleet() {
        return answered(control().fleet());
    }

    EndpointView endpoint(EndpointName name) {
        return in(fleet(), name);
    }

    static EndpointView in(Fleet fleet, EndpointName name) {
        return fleet.endpoint(name)
                .orElseThrow(() -> missing(
                        "there is no endpoint called " + name, "see which there are by 'ml online-endpoint list'"));
    }

    DeploymentView deployment(DeploymentId id) {
        return in(endpoint(id.endpoint()), id);
    }

    static DeploymentView in(EndpointView endpoint, DeploymentId id) {
        return endpoint.deployment(id.deployment())
                .orElseThrow(() -> missing(
                        "endpoint " + endpoint.spec().name() + " has no deployment called " + id.deployment(),
                        "see which there are by 'ml online-deployment list -e "
                                + endpoint.spec().name() + "'"));
    }

    static CommandFailed missing(String message, String remedy) {
        return CommandFailed.refused(List.of(Problem.of(Problem.Code.NOT_FOUND, "", message, remedy)));
    }

    /** What a file says, or every problem with it at once. */
    static <T> T read(Decoded<T> decoded) {
        if (decoded instanceof Decoded.Value<T> value) {
            return value.value();
        }
        throw CommandFailed.unreadable(decoded.problems());
    }

    /** Likewise, of what stands in no file: places in it would mean nothing to anybody. */
    static <T> T readAsTyped(Decoded<T> decoded) {
        if (decoded instanceof Decoded.Value<T> value) {
            return value.value();
        }
        throw CommandFailed.unreadable(decoded.problems().stream()
                .map(problem -> problem.at(Place.NOWHERE))
                .toList());
    }

    void tell(List<Notice> notices) {
        notices.forEach(notice -> voice.warn(
                (notice.place().isKnown() ? notice.place() + " " : "") + notice.path() + ": " + notice.sentence()));
    }

    /** Says what a file changes of {@code what}, both written as {@code ManifestWriter} does. */
    void tellChanges(String what, String before, String after) {
        var changes = Differences.between(before, after);
        if (!changes.isEmpty()) {
            voice.say("the file changes " + what + ":");
            changes.forEach(voice::say);
        }
    }

    /** What came of a command that was not refused. */
    Outcome applied(CompletionStage<Outcome> command) {
        return applied(command, problem -> problem);
    }

    /** Likewise, of a command that comes from a file, where its problems are {@code placed}. */
    Outcome applied(CompletionStage<Outcome> command, UnaryOperator<Problem> placed) {
        var outcome = answered(command);
        if (outcome instanceof Outcome.Refused refused) {
            throw CommandFailed.refused(refused.problems(), placed);
        }
        return outcome;
    }

    /** What the runtime answers, however long it takes, as long as it is there. */
    <T> T answered(CompletionStage<T> question) {
        var answer = question.toCompletableFuture();
        while (true) {
            try {
                return answer.get(lookAfter.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                mustAnswer("");
            } catch (ExecutionException failure) {
                throw unanswered(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw CommandFailed.because("interrupted", "give the command again");
            }
        }
    }

    private static CommandFailed unanswered(ExecutionException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Mistake mistake) {
                return CommandFailed.refused(List.of(mistake.problem()));
            }
        }
        return CommandFailed.because(Reason.of(failure), "see 'status' for the runtime, and its log");
    }

    /**
     * A runtime that has ended would be waited for for ever.
     *
     * @param before what the sentence about it begins with
     */
    void mustAnswer(String before) {
        try {
            control().ping().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException silent) {
            throw gone(before, "not a word for " + PATIENCE_SECONDS + " s");
        } catch (ExecutionException | InterruptedException gone) {
            throw gone(before, Reason.of(gone));
        }
    }

    private static CommandFailed gone(String before, String why) {
        return CommandFailed.because(
                before + "the runtime does not answer any more: " + why,
                "start it again by 'serve'; it goes on with what was begun");
    }
}

package dev.sluice.control.http;

import dev.sluice.control.Answer;
import dev.sluice.control.Inventory;
import dev.sluice.control.Invocation;
import dev.sluice.control.Job;
import dev.sluice.control.LogLine;
import dev.sluice.control.RolloutControl;
import dev.sluice.domain.Activity;
import dev.sluice.domain.CollectedData;
import dev.sluice.domain.Credentials;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EndpointName;
import dev.sluice.metrics.Agreement;
import dev.sluice.metrics.ShadowAnswer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What is asked once, as it travels: a record for each such method of {@link RolloutControl}.
 *
 * @param <T> what is answered
 */
sealed interface Question<T> {

    /** Has {@code control} answer it. */
    CompletionStage<T> ask(RolloutControl control);

    record JobLog(long job) implements Question<List<Job.Line>> {
        @Override
        public CompletionStage<List<Job.Line>> ask(RolloutControl control) {
            return control.jobLog(job);
        }
    }

    record Assets() implements Question<Inventory> {
        @Override
        public CompletionStage<Inventory> ask(RolloutControl control) {
            return control.assets();
        }
    }

    record CredentialsOf(EndpointName endpoint) implements Question<Credentials> {
        @Override
        public CompletionStage<Credentials> ask(RolloutControl control) {
            return control.credentials(endpoint);
        }
    }

    record Invoke(Invocation invocation) implements Question<Answer> {
        @Override
        public CompletionStage<Answer> ask(RolloutControl control) {
            return control.invoke(invocation);
        }
    }

    record ShadowAnswerTo(EndpointName endpoint, String requestId) implements Question<Optional<ShadowAnswer>> {
        @Override
        public CompletionStage<Optional<ShadowAnswer>> ask(RolloutControl control) {
            return control.shadowAnswer(endpoint, requestId);
        }
    }

    record AgreementOf(EndpointName endpoint) implements Question<Agreement> {
        @Override
        public CompletionStage<Agreement> ask(RolloutControl control) {
            return control.agreement(endpoint);
        }
    }

    record Collected(DeploymentId deployment) implements Question<CollectedData> {
        @Override
        public CompletionStage<CollectedData> ask(RolloutControl control) {
            return control.collected(deployment);
        }
    }

    /** Not a mere question, but it is answered with more than what came of it. */
    record WipeCollected(DeploymentId deployment) implements Question<CollectedData.Wiped> {
        @Override
        public CompletionStage<CollectedData.Wiped> ask(RolloutControl control) {
            return control.wipeCollected(deployment);
        }
    }

    record OlderActivity(long before, int limit) implements Question<List<Activity>> {
        @Override
        public CompletionStage<List<Activity>> ask(RolloutControl control) {
            return control.olderActivity(before, limit);
        }
    }

    record LogTail(DeploymentId deployment, int tail) implements Question<List<LogLine>> {
        @Override
        public CompletionStage<List<LogLine>> ask(RolloutControl control) {
            return control.log(deployment, tail);
        }
    }
}

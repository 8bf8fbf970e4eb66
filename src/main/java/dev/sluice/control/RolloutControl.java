package dev.sluice.control;

import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.CollectedData;
import dev.sluice.domain.CollectedData.Wiped;
import dev.sluice.domain.Credentials;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.KeyType;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Routing;
import dev.sluice.domain.Substitution;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.metrics.Agreement;
import dev.sluice.metrics.ShadowAnswer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What a user can ask of the runtime, and what the runtime tells: the only door between the faces (console, command
 * line, HTTP) and the runtime. What a user got wrong comes back as {@link Outcome.Refused} with every problem at once,
 * and then nothing has changed; a stage fails only when the runtime itself does. Safe from any thread.
 */
public interface RolloutControl {

    /** The same runtime for somebody else: the journal says that {@code actor} has given the commands. */
    RolloutControl by(Actor actor);

    /** The same runtime for the same user, with a reason that stands in the journal beside each command. */
    RolloutControl because(String reason);

    /** The same for what somebody may have written as the reason: nothing, or blanks only, is none. */
    default RolloutControl noting(String note) {
        return note.isBlank() ? this : because(note.strip());
    }

    /**
     * The same runtime for a user who wants more than the computer has: nothing is refused with {@code OUT_OF_CAPACITY}.
     */
    RolloutControl beyondCapacity();

    /**
     * The same runtime for a user who will not wait: what is under way ends for a command's sake, where that would be
     * refused with {@code UNDER_WAY} otherwise. An update goes on when the number of instances changes.
     */
    RolloutControl insteadOfWhatRuns();

    /**
     * The same runtime for a user to whom the deployments of an endpoint are things apart: nothing is refused with
     * {@code ENDPOINT_BUSY}, as the cloud does while any of them is being worked on (reference 2.2).
     */
    RolloutControl besideWhatRuns();

    CompletionStage<Outcome> createEndpoint(EndpointSpec spec);

    /** Deletes the endpoint with every deployment under it. Its address refuses every request at once. */
    CompletionStage<Outcome> deleteEndpoint(EndpointName name);

    /**
     * Begins a deployment. Accepted means that its file is in order and stored; how it goes on is told by the
     * deployment's state and its job. A deployment that fails moves no traffic.
     */
    CompletionStage<Outcome> createDeployment(DeploymentSpec spec, InitialTraffic traffic);

    /**
     * Gives a deployment that is up another description. Labels, request settings and the number of instances take
     * effect at once. Anything else makes another version of it, of the same model, code and environment as far as these
     * are described as before, whatever has become of the files that they came from. Its instances replace the old
     * ones, a fifth at a time (one by one in a cluster), each old one when a new one is ready. Until all are, both
     * versions answer; if the new one fails, the old one takes back what it had. Scaling comes before replacing. Name
     * and endpoint cannot be changed.
     */
    CompletionStage<Outcome> updateDeployment(DeploymentSpec spec);

    /**
     * Gives a deployment that is up another description and takes its files in anew, as an update by a file does in the
     * cloud: what runs is replaced even if nothing else is different. Name and endpoint cannot be changed.
     */
    CompletionStage<Outcome> replaceDeployment(DeploymentSpec spec);

    /** Copies the deployment's files anew and replaces what runs by what they hold now, as an update does. */
    CompletionStage<Outcome> redeploy(DeploymentId id);

    /** Gives up the update that is under way, or forgets the one that has failed; what serves goes on. */
    CompletionStage<Outcome> dropUpdate(DeploymentId id);

    /**
     * Begins a deployment that was never brought up once more, by this description. It gets all live traffic when it is
     * ready if that was asked for when it was first created.
     */
    CompletionStage<Outcome> recreateDeployment(DeploymentSpec spec);

    /**
     * Replaces an endpoint's labels and authentication. Its routing stays as it is by then, whoever has changed it. Name
     * and kind cannot be changed.
     */
    CompletionStage<Outcome> describeEndpoint(EndpointSpec spec);

    /** Replaces an endpoint's labels, authentication and routing, all at once. Name and kind cannot be changed. */
    CompletionStage<Outcome> updateEndpoint(EndpointSpec spec, Routing routing);

    /** Sets the number of instances, 1 to 50. Surplus instances finish their requests before they stop. */
    CompletionStage<Outcome> scale(DeploymentId id, int instances);

    /** Refused while the deployment has a live share. A deleted shadow takes the mirror with it. */
    CompletionStage<Outcome> deleteDeployment(DeploymentId id);

    /** Replaces the live split, atomically; the mirror stays as it is. */
    CompletionStage<Outcome> applyTraffic(EndpointName endpoint, TrafficSplit split);

    /** Replaces the mirror, atomically; the live split stays as it is. */
    CompletionStage<Outcome> applyMirror(EndpointName endpoint, Mirror mirror);

    /**
     * Takes back what a running job has begun, as its {@link Job#cancelling} says beforehand. Refused once it has ended,
     * and for one that cannot be taken back. Taking back may take its time, which is a job again. What is being registered
     * ({@link Registering}) is stopped in the same way, which is answered once nothing is left of it, or
     * what is left cannot be removed: its own answer and the journal say so.
     */
    CompletionStage<Outcome> cancel(long jobId);

    /**
     * Begins once more what failed last on its deployment: a create with the same settings and share, or an update to the
     * same version, each with its files copied anew; or a scale to the same number; or the last registration of a name
     * and version, if {@link Registering#canRetry} says so. Refused for any other job, and while the first try is still
     * being cleared away. Answered when it is begun.
     */
    CompletionStage<Outcome> retry(long jobId);

    /** The newest lines that the job has told, at most 500, oldest first; none if the job is not known any more. */
    CompletionStage<List<Job.Line>> jobLog(long jobId);

    /** Completes as soon as the runtime gets to it, with nothing; fails if the runtime has ended. */
    CompletionStage<Void> ping();

    /** Replaces the live split and the mirror in one change, such as by those that held earlier. */
    CompletionStage<Outcome> applyRouting(EndpointName endpoint, Routing routing);

    /**
     * Gives one deployment all live traffic, whatever holds at that moment: how a bad rollout is stopped. If the
     * deployment is the shadow, mirroring ends in the same change.
     */
    CompletionStage<Outcome> allTrafficTo(DeploymentId id);

    /**
     * Registers a model or an environment: its files are copied, so that what becomes of the originals does not matter
     * any more. Without a version it gets the next number. The same content under the same name and version is what is
     * there already; other content is refused, since a version never changes. Gives {@link Outcome.Registered}. Meanwhile
     * it stands in {@link Fleet#registrations}; if it is cancelled there, it is refused with {@code CANCELLED}.
     */
    CompletionStage<Outcome> createAsset(AssetDefinition definition);

    /** Says anew what people write about a registered version; what it stands for never changes. */
    CompletionStage<Outcome> relabelAsset(AssetId id, Labels labels);

    /** Hides the version from lists and from {@code @latest}; whoever names it exactly still gets it. */
    CompletionStage<Outcome> archiveAsset(AssetId id);

    /** Shows an archived version again. */
    CompletionStage<Outcome> restoreAsset(AssetId id);

    /** Removes the version and its files for good. Refused while a deployment runs it or is to. */
    CompletionStage<Outcome> deleteAsset(AssetId id);

    /**
     * Replaces what stands in for assets of cloud registries and workspaces, which cannot be reached from here. The first
     * that matches counts. It takes effect when deployments are created or updated; what runs is not concerned.
     */
    CompletionStage<Outcome> substituteAssets(List<Substitution> substitutions);

    /** What is registered now. */
    CompletionStage<Inventory> assets();

    /** Calls {@code listener} with what is registered and again after each change, on a thread of the runtime's. */
    AutoCloseable watchAssets(Consumer<Inventory> listener);

    CompletionStage<Credentials> credentials(EndpointName endpoint);

    /**
     * Makes one of the endpoint's keys anew: the old one is refused from the next request on, the other goes on. Refused
     * for an endpoint with tokens, which has no keys.
     */
    CompletionStage<Outcome> regenerateKey(EndpointName endpoint, KeyType type);

    /** Sends one request through the router, as a client would, with the endpoint's own key. */
    CompletionStage<Answer> invoke(Invocation invocation);

    /**
     * What the endpoint's shadow said to the copy of a request, by the id that its answer bears. Empty if that request
     * was not copied, or too many have been since; a copy may be made and answered after the live answer has come.
     */
    CompletionStage<Optional<ShadowAnswer>> shadowAnswer(EndpointName endpoint, String requestId);

    /**
     * How far the shadow's answers agree with the live ones, since these versions are mirrored. Of an endpoint without a
     * mirror it is what the last one came to.
     */
    CompletionStage<Agreement> agreement(EndpointName endpoint);

    /** What the data collector has of a deployment; fails if there is no such deployment. */
    CompletionStage<CollectedData> collected(DeploymentId id);

    /**
     * Removes every file that the data collector has of a deployment, and says how much that was. What comes afterwards
     * is collected as before. Fails if there is no such deployment, or the disk refuses.
     */
    CompletionStage<Wiped> wipeCollected(DeploymentId id);

    /** The picture of this moment. */
    CompletionStage<Fleet> fleet();

    /** Calls {@code listener} with the present picture and with every later one, on a thread of the runtime's. */
    AutoCloseable watch(Consumer<Fleet> listener);

    /** Hands over the endpoint's samples so far, oldest first, and then each new one, about one a second. */
    AutoCloseable watchTraffic(EndpointName endpoint, Consumer<TrafficSample> listener);

    /**
     * Hands over all that is kept of the endpoint's samples, in every {@link Resolution}, each oldest first, and then each
     * new one. The same time is told several times, more and more coarsely.
     */
    AutoCloseable watchHistory(EndpointName endpoint, Consumer<TrafficSample> listener);

    /**
     * Hands over the {@code newest} entries of the journal, oldest first, and then each new one, until closed. An entry
     * stands there for each command, also for a refused one, and for what ends or fails by itself. There is no gap between
     * the kept and the new ones; the watch may begin a moment after this returns.
     */
    AutoCloseable watchActivity(int newest, Consumer<Activity> listener);

    /** At most {@code limit} entries of the journal with a smaller number than {@code before}, newest first. */
    CompletionStage<List<Activity>> olderActivity(long before, int limit);

    /**
     * What {@link #followLog} would hand over at first: the last {@code tail} lines of each instance, one instance after
     * the other. None if there is no such deployment.
     */
    CompletionStage<List<LogLine>> log(DeploymentId id, int tail);

    /**
     * Hands over the last {@code tail} lines of each instance and then each new line, until closed. Instances that have
     * ended in trouble come first, as long as their last lines are kept.
     */
    AutoCloseable followLog(DeploymentId id, int tail, Consumer<LogLine> line);

    /** What share of the live traffic a new deployment gets once it is ready. */
    enum InitialTraffic {
        NONE,
        ALL
    }

    /** What came of a command. */
    sealed interface Outcome {

        /** It holds from {@code revision} of the desired state on. */
        record Applied(long revision) implements Outcome {}

        /** The asset is in the registry, or was changed there. */
        record Registered(AssetId id) implements Outcome {}

        record Refused(List<Problem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }
}

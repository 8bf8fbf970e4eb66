package dev.sluice.console;

import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.Condition;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Fleet.InstanceView;
import dev.sluice.control.Fleet.Past;
import dev.sluice.control.Job;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.PackageDifference;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Pins;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.domain.Usage;
import dev.sluice.metrics.MirrorLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Pictures of a rollout at the moments that matter, for tests and for screenshots. */
public final class SampleFleets {

    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final EndpointName DIABETES = new EndpointName("diabetes");
    public static final DeploymentId BLUE = new DeploymentId(DIABETES, new DeploymentName("blue"));
    public static final DeploymentId GREEN = new DeploymentId(DIABETES, new DeploymentName("green"));
    public static final Fleet.Runtime RUNTIME = new Fleet.Runtime(
            "process",
            "Processes (python3 3.11)",
            "No Docker engine answered, so each instance is a process of this computer. Dockerfiles are not built.",
            8420,
            8421);

    private SampleFleets() {}

    public static Fleet empty() {
        return fleet(List.of());
    }

    public static Fleet endpointOnly() {
        return fleet(List.of(), endpoint(Routing.CLOSED));
    }

    /** Blue is on its way: its environment is being made. */
    public static Fleet creating() {
        var job = new Job(
                1,
                Job.Kind.CREATE,
                BLUE,
                NOW.minusSeconds(14),
                new Job.Result.Running(),
                List.of(
                        new Job.Step(Phase.CHECK, Duration.ofMillis(240), "score.py parses"),
                        new Job.Step(Phase.UNPACK, Duration.ofMillis(1300), "copied 3 files, 1.2 MiB"),
                        new Job.Step(
                                Phase.ENVIRONMENT,
                                Duration.ofSeconds(12),
                                "Step 4/7 : RUN pip install -r requirements.txt")));
        var state = new DeploymentState.Creating(NOW.minusSeconds(14), Phase.ENVIRONMENT);
        return fleet(List.of(job), endpoint(Routing.CLOSED, deployment(BLUE, 1, state)));
    }

    /** Somebody has cancelled green's job while its environment was built: green is gone, blue goes on. */
    public static Fleet createCancelled() {
        var job = new Job(
                2,
                Job.Kind.CREATE,
                GREEN,
                NOW.minusSeconds(40),
                new Job.Result.Cancelled(NOW.minusSeconds(6)),
                List.of(
                        new Job.Step(Phase.CHECK, Duration.ofMillis(240), "score.py parses"),
                        new Job.Step(Phase.UNPACK, Duration.ofMillis(1300), "copied 3 files, 1.2 MiB"),
                        new Job.Step(Phase.ENVIRONMENT, Duration.ofSeconds(32), "the build was cancelled")));
        return fleet(List.of(created(1, BLUE, 320), job), endpoint(live(Map.of("blue", 100)), ready(BLUE, 2)));
    }

    /** Blue has twenty instances. */
    public static Fleet wide() {
        return fleet(List.of(), endpoint(live(Map.of("blue", 100)), ready(BLUE, 20)));
    }

    public static Fleet blueLive() {
        return fleet(List.of(created(1, BLUE, 320)), endpoint(live(Map.of("blue", 100)), ready(BLUE, 2)));
    }

    /** Blue has all live traffic and a tenth of it is copied to green. */
    public static Fleet greenShadow() {
        var routing = live(Map.of("blue", 100)).withMirror(Mirror.to(GREEN.deployment(), new Percent(10)));
        return fleet(
                List.of(created(1, BLUE, 320), created(2, GREEN, 95)),
                endpoint(routing, ready(BLUE, 2), ready(GREEN, 1)));
    }

    /** Green has a tenth of the live traffic. */
    public static Fleet split() {
        return fleet(List.of(), endpoint(live(Map.of("blue", 90, "green", 10)), ready(BLUE, 2), ready(GREEN, 1)));
    }

    /** Green could not be started; blue serves on. */
    public static Fleet greenFailed() {
        var problem = Problem.of(
                Problem.Code.USER_SCRIPT_INIT_FAILED,
                "code_configuration.scoring_script",
                "init() in score.py raised FileNotFoundError: model.json is not in the model folder",
                "look for the file under AZUREML_MODEL_DIR; the model's own folder name is part of the path");
        var state = new DeploymentState.Failed(NOW.minusSeconds(40), problem, TRACEBACK);
        var job = new Job(
                2,
                Job.Kind.CREATE,
                GREEN,
                NOW.minusSeconds(58),
                new Job.Result.Failed(NOW.minusSeconds(40), problem.message()),
                List.of(
                        new Job.Step(Phase.CHECK, Duration.ofMillis(200), ""),
                        new Job.Step(Phase.UNPACK, Duration.ofMillis(900), ""),
                        new Job.Step(Phase.ENVIRONMENT, Duration.ofSeconds(11), ""),
                        new Job.Step(Phase.START, Duration.ofMillis(1700), ""),
                        new Job.Step(Phase.INIT, Duration.ofMillis(3900), "")));
        return fleet(
                List.of(created(1, BLUE, 320), job.retryable()),
                endpoint(live(Map.of("blue", 100)), ready(BLUE, 2), deployment(GREEN, 1, state)));
    }

    /** Green gets another environment variable: the version on its way has one of its two instances. */
    public static Fleet greenUpdating() {
        var job = new Job(
                3,
                Job.Kind.UPDATE,
                GREEN,
                NOW.minusSeconds(9),
                new Job.Result.Running(),
                List.of(
                        new Job.Step(Phase.CHECK, Duration.ofMillis(20), ""),
                        new Job.Step(Phase.UNPACK, Duration.ofMillis(700), ""),
                        new Job.Step(Phase.ENVIRONMENT, Duration.ofMillis(900), ""),
                        new Job.Step(Phase.START, Duration.ofMillis(1500), ""),
                        new Job.Step(Phase.INIT, Duration.ofMillis(5800), "loading model.json")));
        var state = new DeploymentState.Updating(NOW.minusSeconds(9), Phase.INIT, changed(GREEN));
        var serving = ready(GREEN, 1).instances().get(0);
        var coming = new InstanceView(
                "green-e1d0",
                Condition.STARTING,
                NOW.minusSeconds(6),
                "127.0.0.1:31510",
                0,
                Optional.empty(),
                new Fleet.Life(
                        NOW.minusSeconds(6),
                        4,
                        List.of(new Fleet.Probing(
                                Fleet.Look.READINESS,
                                NOW.minusSeconds(2),
                                Fleet.Health.SILENT,
                                Duration.ofMillis(1)))));
        var green = new DeploymentView(spec(GREEN, 1), state, List.of(serving, coming), "", Past.CALM);
        return fleet(List.of(job), endpoint(live(Map.of("blue", 90, "green", 10)), ready(BLUE, 2), green));
    }

    /** The same update could not be started; green serves as before, and has lost two instances today. */
    public static Fleet greenUpdateFailed() {
        var problem = Problem.of(
                Problem.Code.USER_SCRIPT_INIT_FAILED,
                "diabetes/green",
                "init() in score.py raised ValueError: THRESHOLD must be 0.5 at most, not 0.7",
                "see the traceback; put the variable or the script right");
        var state = new DeploymentState.UpdateFailed(NOW.minusSeconds(20), changed(GREEN), problem, OTHER_TRACEBACK);
        var past = new Past(
                2,
                List.of(
                        new Fleet.Exit("green-e1d0", NOW.minusSeconds(20), "exit code 3", OTHER_TRACEBACK),
                        new Fleet.Exit("green-77aa", NOW.minusSeconds(4000), "killed: out of memory", List.of())));
        var green = new DeploymentView(spec(GREEN, 1), state, ready(GREEN, 1).instances(), "", past);
        return fleet(List.of(), endpoint(live(Map.of("blue", 90, "green", 10)), ready(BLUE, 2), green));
    }

    /** With an environment variable more. */
    public static DeploymentSpec changed(DeploymentId id) {
        var now = spec(id, 1);
        var variables = new TreeMap<>(now.environmentVariables());
        variables.put("THRESHOLD", "0.7");
        return now.draft().id(id).environmentVariables(variables).done();
    }

    /** Blue has all that it is asked, and answers, written down. */
    public static Fleet collecting() {
        var collections = new TreeMap<String, DataCollection.Collection>();
        for (var name : List.of("model_inputs", "request", "response")) {
            collections.put(name, new DataCollection.Collection(true, ""));
        }
        var wanted = new DataCollection(0.25, DataCollection.Rolling.HOUR, collections, List.of("x-team"));
        var up = ready(BLUE, 1);
        var blue = new DeploymentView(
                up.spec().draft().collection(wanted).done(),
                up.state(),
                up.instances(),
                up.environmentNote(),
                up.past());
        return fleet(List.of(), endpoint(live(Map.of("blue", 100)), blue));
    }

    /** Several endpoints with long names and many deployments. */
    public static Fleet crowded() {
        var names = List.of(
                "blue", "green", "canary-2026-03", "xgboost-night", "purple", "a-deployment-with-32-letters-abc");
        var big = new EndpointName("customer-churn-prediction-eu-prd");
        var views = new ArrayList<DeploymentView>();
        for (var name : names) {
            views.add(ready(new DeploymentId(big, new DeploymentName(name)), 1 + views.size() % 3));
        }
        var routing = live(Map.of("blue", 55, "green", 20, "canary-2026-03", 15, "xgboost-night", 7, "purple", 3));
        var spec = new EndpointSpec(big, EndpointKind.MANAGED, AuthMode.AML_TOKEN, Labels.NONE);
        return fleet(List.of(), view(spec, routing, views), split().endpoints().get(0));
    }

    /** One endpoint with twenty deployments, of which ten have traffic and one is a shadow. */
    public static Fleet twenty() {
        return many(
                DIABETES,
                IntStream.range(0, 20).mapToObj("model-2026-03-%02d"::formatted).toList());
    }

    /** Every name as long as the cloud lets it be, and only its end tells one from the other. */
    public static Fleet longNames() {
        var names = IntStream.range(0, 7)
                .mapToObj("progression-gradient-boosted-v%02d"::formatted)
                .toList();
        return many(new EndpointName("customer-churn-prediction-eu-prd"), names);
    }

    private static Fleet many(EndpointName endpoint, List<String> names) {
        var views = new ArrayList<DeploymentView>();
        var shares = new TreeMap<String, Integer>();
        for (int i = 0; i < names.size(); i++) {
            views.add(ready(new DeploymentId(endpoint, new DeploymentName(names.get(i))), 1 + i % 3));
            if (i < names.size() / 2) {
                shares.put(names.get(i), 1 + i);
            }
        }
        int given = shares.values().stream().mapToInt(share -> share).sum();
        shares.merge(names.get(0), 100 - given, Integer::sum);
        var shadow = new DeploymentName(names.get(names.size() - 1));
        var routing = live(shares).withMirror(Mirror.to(shadow, new Percent(25)));
        return fleet(List.of(), view(EndpointSpec.managed(endpoint, AuthMode.KEY), routing, views));
    }

    public static EndpointView endpoint(Routing routing, DeploymentView... deployments) {
        var labels = Labels.of("Predicts disease progression one year on", Map.of("team", "clinical-ml"));
        var spec = new EndpointSpec(DIABETES, EndpointKind.MANAGED, AuthMode.KEY, labels);
        return view(spec, routing, List.of(deployments));
    }

    public static DeploymentView ready(DeploymentId id, int instances) {
        return deployment(id, instances, new DeploymentState.Succeeded(NOW.minusSeconds(300)));
    }

    public static DeploymentView deployment(DeploymentId id, int wanted, DeploymentState state) {
        var running = new ArrayList<InstanceView>();
        if (state instanceof DeploymentState.Succeeded) {
            for (int i = 0; i < wanted; i++) {
                var name = id.deployment() + "-" + instance(i);
                var readySince = NOW.minusSeconds(310 - 60 * Math.min(i, 2));
                running.add(new InstanceView(
                        name,
                        Condition.READY,
                        readySince,
                        "127.0.0.1:" + (31_500 + i),
                        1 - i % 2,
                        Optional.of(new Usage(0.18 + 0.05 * i, (182L + 3 * i) << 20)),
                        life(readySince.minusSeconds(2), 3)));
            }
        }
        boolean isOther = id.deployment().text().equals("green");
        var note = isOther ? "The Dockerfile is not built on this engine: python3 of this computer runs the code." : "";
        var packages = isOther
                ? List.of(
                        new PackageDifference("scikit-learn", "=1.7.0", Optional.of("1.9.1")),
                        new PackageDifference("joblib", "", Optional.empty()))
                : List.<PackageDifference>of();
        var spec = spec(id, wanted);
        var size = InstanceProfiles.NONE.of(spec.instanceType());
        return new DeploymentView(spec, state, size, running, note, packages, Past.CALM, Pins.NONE);
    }

    private static String instance(int number) {
        return number < 3 ? List.of("4f2a", "9c01", "b7de").get(number) : "%04x".formatted(0x1c3b + 2_741 * number);
    }

    /** Of an instance that was ready at its third probe and has answered one each ten seconds since. */
    public static Fleet.Life life(Instant started, long generation) {
        var probes = new ArrayList<Fleet.Probing>();
        probes.add(new Fleet.Probing(Fleet.Look.READINESS, started, Fleet.Health.SILENT, Duration.ofMillis(1)));
        probes.add(new Fleet.Probing(
                Fleet.Look.READINESS, started.plusSeconds(1), Fleet.Health.NOT_READY, Duration.ofMillis(4)));
        for (int i = 0; i < 18; i++) {
            var took = Duration.ofMillis(2 + i * 7 % 5);
            probes.add(new Fleet.Probing(
                    Fleet.Look.READINESS, started.plusSeconds(2 + 10L * i), Fleet.Health.READY, took));
        }
        return new Fleet.Life(started, generation, probes);
    }

    public static DeploymentSpec spec(DeploymentId id, int instances) {
        var base = "/home/ada/rollouts/diabetes/" + id.deployment();
        return DeploymentSpec.draft(
                        id,
                        new CodeSource.Folder(base + "/onlinescoring", "score.py"),
                        new EnvironmentSource.Build(base + "/environment", "Dockerfile"))
                .model(new ModelSource.Files(base + "/model", "diabetes", "1"))
                .environmentVariables(new TreeMap<>(Map.of("WORKER_COUNT", "1")))
                .instanceCount(instances)
                .done();
    }

    public static Routing live(Map<String, Integer> shares) {
        var split = TrafficSplit.NONE;
        for (var share : shares.entrySet()) {
            split = split.with(new DeploymentName(share.getKey()), new Percent(share.getValue()));
        }
        return Routing.CLOSED.withTraffic(split);
    }

    public static Fleet fleet(List<Job> jobs, EndpointView... endpoints) {
        return new Fleet(7, RUNTIME, List.of(endpoints), jobs);
    }

    private static EndpointView view(EndpointSpec spec, Routing routing, List<DeploymentView> deployments) {
        var uri = "http://127.0.0.1:8420/endpoints/" + spec.name() + "/";
        return new EndpointView(spec, routing, uri + "score", uri + "swagger.json", MirrorLedger.EMPTY, deployments);
    }

    private static Job created(long number, DeploymentId id, int secondsAgo) {
        var began = NOW.minusSeconds(secondsAgo);
        return new Job(number, Job.Kind.CREATE, id, began, new Job.Result.Done(began.plusSeconds(21)), List.of());
    }

    private static final List<String> TRACEBACK = List.of(
            "2026-03-01 11:59:17 I [1] azmlinfsrv - Loaded logging config",
            "2026-03-01 11:59:17 I [1] azmlinfsrv.user_script - Found user script at /var/azureml-app/score.py",
            "2026-03-01 11:59:18 E [1] azmlinfsrv - Traceback (most recent call last):",
            "  File \"/var/azureml-server/scoring_server.py\", line 214, in boot",
            "    script.init()",
            "  File \"/var/azureml-app/onlinescoring/score.py\", line 23, in init",
            "    with open(os.path.join(os.environ['AZUREML_MODEL_DIR'], 'model.json')) as file:",
            "FileNotFoundError: [Errno 2] No such file or directory: '/var/azureml-app/azureml-models/diabetes/1/model.json'",
            "",
            "2026-03-01 11:59:18 E [1] azmlinfsrv - init() failed, exit code 3");

    /** The script does not like what {@link #changed} brings. */
    private static final List<String> OTHER_TRACEBACK = List.of(
            "2026-03-01 11:59:38 I [1] azmlinfsrv - Loaded logging config",
            "2026-03-01 11:59:38 I [1] azmlinfsrv.user_script - Found user script at /var/azureml-app/score.py",
            "2026-03-01 11:59:39 E [1] azmlinfsrv - Traceback (most recent call last):",
            "  File \"/var/azureml-server/scoring_server.py\", line 214, in boot",
            "    script.init()",
            "  File \"/var/azureml-app/onlinescoring/score.py\", line 12, in init",
            "    raise ValueError(f'THRESHOLD must be 0.5 at most, not {threshold}')",
            "ValueError: THRESHOLD must be 0.5 at most, not 0.7",
            "",
            "2026-03-01 11:59:39 E [1] azmlinfsrv - init() failed, exit code 3");
}

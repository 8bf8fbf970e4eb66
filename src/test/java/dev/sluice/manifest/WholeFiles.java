package dev.sluice.manifest;

/** Files that say all that files of their kind can say, each key once; the folder of {@link Workplace} is theirs. */
final class WholeFiles {

    private static final String LABELS = """
            description: A description
            tags: {team: ml}
            properties: {owner: '7'}
            """;

    static final String MANAGED_ENDPOINT = LABELS + """
            $schema: https://azuremlschemas.azureedge.net/latest/managedOnlineEndpoint.schema.json
            name: iris
            auth_mode: aml_token
            identity:
              type: user_assigned
              user_assigned_identities: [{resource_id: r, client_id: c, principal_id: p}]
              principal_id: p
              tenant_id: t
            public_network_access: disabled
            id: i
            resourceGroup: g
            kind: Managed
            location: westeurope
            provisioning_state: Succeeded
            scoring_uri: https://iris/score
            openapi_uri: https://iris/swagger.json
            """;

    static final String KUBERNETES_ENDPOINT = MANAGED_ENDPOINT
            .replace("managedOnline", "kubernetesOnline")
            .replace("public_network_access: disabled", "compute: azureml:cluster");

    private static final String ROUTES = """
            inference_config:
              liveness_route: {port: 5001, path: /}
              readiness_route: {port: 5001, path: /}
              scoring_route: {port: 5001, path: /score}
            """;

    private static final String ASSET = LABELS + """
            name: m
            version: 3
            """;

    private static final String BUILT = ASSET + ROUTES + """
            os_type: linux
            datastore: d
            build: {path: docker, dockerfile_path: Dockerfile}
            """;

    private static final String DEPLOYMENT = LABELS + """
            name: blue
            endpoint_name: iris
            model_mount_path: /mnt/models
            code_configuration: {code: onlinescoring, scoring_script: score.py}
            environment_variables: {WORKER_COUNT: '2'}
            instance_type: Standard_DS3_v2
            instance_count: 3
            app_insights_enabled: true
            request_settings:
              request_timeout_ms: 1000
              max_concurrent_requests_per_instance: 2
              max_queue_wait_ms: 10
            liveness_probe:
              {initial_delay: 1, period: 2, timeout: 3, success_threshold: 1, failure_threshold: 5}
            readiness_probe:
              {initial_delay: 1, period: 2, timeout: 3, success_threshold: 4, failure_threshold: 5}
            data_collector:
              sampling_rate: 0.5
              rolling_rate: day
              collections:
                request:
                  enabled: true
                  data: {name: n, path: p, version: 1}
              request_logging: {capture_headers: [x-request-id]}
            id: i
            resourceGroup: g
            provisioning_state: Succeeded
            creation_context: {created_by: someone}
            model:
              path: model.pkl
              type: mlflow_model
              flavors: {python_function: {}}
            """ + ASSET.indent(2) + "environment:\n" + BUILT.indent(2);

    static final String MANAGED_DEPLOYMENT = """
            $schema: https://azuremlschemas.azureedge.net/latest/managedOnlineDeployment.schema.json
            egress_public_network_access: disabled
            private_network_connection: true
            scale_settings: {type: default}
            """ + DEPLOYMENT;

    static final String KUBERNETES_DEPLOYMENT = """
            $schema: https://azuremlschemas.azureedge.net/latest/kubernetesOnlineDeployment.schema.json
            type: kubernetes
            scale_settings:
              type: target_utilization
              min_instances: 1
              max_instances: 3
              target_utilization_percentage: 70
              polling_interval: 1
            resources:
              requests: {cpu: 0.50, memory: 1Gi, nvidia.com/gpu: 1}
              limits: {cpu: 2, memory: 2Gi, nvidia.com/gpu: 1}
            """
            + DEPLOYMENT.replace(
                    "build: {path: docker, dockerfile_path: Dockerfile}", "image: i\n  conda_file: conda.yml");

    static final String MODEL = ASSET + """
            $schema: https://azuremlschemas.azureedge.net/latest/model.schema.json
            path: model.pkl
            type: custom_model
            flavors: {python_function: {}}
            stage: Production
            id: i
            resourceGroup: g
            creation_context: {created_by: someone}
            utc_time_created: '2026-01-01'
            latest_version: '3'
            job_name: j
            """;

    static final String ENVIRONMENT = BUILT + """
            $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json
            id: i
            resourceGroup: g
            creation_context: {created_by: someone}
            latest_version: '3'
            """;

    static final String ENVIRONMENT_OF_AN_IMAGE = ENVIRONMENT.replace(
            "build: {path: docker, dockerfile_path: Dockerfile}", "image: i\nconda_file: conda.yml");

    private WholeFiles() {}
}

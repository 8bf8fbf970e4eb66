#!/usr/bin/env bash
# A safe rollout, written for the cloud's command line: `az` may be that, or Sluice. From the project's folder:
#
#   alias az='./sluice'
#   (. sample-models/diabetes/safe-rollout.sh)
#
# Each step is one of the article "Perform safe rollout of new deployments for real-time inference".
set -e

SAMPLE=sample-models/diabetes

# <set_names>
az account set --subscription "my-subscription"
az configure --defaults workspace="my-workspace" group="my-group"
export ENDPOINT_NAME=endpt-$RANDOM
# </set_names>

# <create_endpoint>
az ml online-endpoint create --name $ENDPOINT_NAME -f $SAMPLE/endpoint.yml
# </create_endpoint>

# <create_blue>
az ml online-deployment create --name blue --endpoint $ENDPOINT_NAME -f $SAMPLE/blue-deployment.yml --all-traffic
# </create_blue>

# <invoke>
az ml online-endpoint invoke --name $ENDPOINT_NAME --request-file $SAMPLE/sample-request.json
# </invoke>

# <scale_blue>
az ml online-deployment update --name blue --endpoint $ENDPOINT_NAME --set instance_count=2
# </scale_blue>

# <create_green>
az ml online-deployment create --name green --endpoint $ENDPOINT_NAME -f $SAMPLE/green-deployment.yml
# </create_green>

# <get_traffic>
az ml online-endpoint show -n $ENDPOINT_NAME --query traffic
# </get_traffic>

# <invoke_green>
az ml online-endpoint invoke --name $ENDPOINT_NAME --deployment-name green --request-file $SAMPLE/sample-request.json
# </invoke_green>

# <invoke_green_with_curl>
SCORING_URI=$(az ml online-endpoint show -n $ENDPOINT_NAME -o tsv --query scoring_uri)
ENDPOINT_KEY=$(az ml online-endpoint get-credentials -n $ENDPOINT_NAME -o tsv --query primaryKey)
curl --silent --request POST "$SCORING_URI" --header "Authorization: Bearer $ENDPOINT_KEY" \
  --header 'Content-Type: application/json' --header "azureml-model-deployment: green" --data @$SAMPLE/sample-request.json
# </invoke_green_with_curl>

# <mirror_traffic>
az ml online-endpoint update --name $ENDPOINT_NAME --mirror-traffic "green=10"
for i in {1..5}; do
  az ml online-endpoint invoke --name $ENDPOINT_NAME --request-file $SAMPLE/sample-request.json
done
az ml online-deployment get-logs --name blue --endpoint $ENDPOINT_NAME --lines 5
az ml online-endpoint show -n $ENDPOINT_NAME --query mirror_traffic
# </mirror_traffic>

# <stop_mirroring>
az ml online-endpoint update --name $ENDPOINT_NAME --mirror-traffic "green=0"
# </stop_mirroring>

# <green_10pct>
az ml online-endpoint update --name $ENDPOINT_NAME --traffic "blue=90 green=10"
# </green_10pct>

# <green_100pct>
az ml online-endpoint update --name $ENDPOINT_NAME --traffic "blue=0 green=100"
# </green_100pct>

# <delete_blue>
az ml online-deployment delete --name blue --endpoint $ENDPOINT_NAME --yes --no-wait
# </delete_blue>

# <delete_endpoint>
az ml online-endpoint delete --name $ENDPOINT_NAME --yes --no-wait
# </delete_endpoint>

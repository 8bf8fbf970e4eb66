package dev.sluice.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands in the cloud's ids where the cloud names a subscription, a resource group and a workspace. There is one of
 * each here, called {@value #NAME}, so that an id has the cloud's form and a script can take it apart.
 */
public final class LocalWorkspace {

    /** The subscription, the resource group, the workspace and the region. */
    public static final String NAME = "local";

    private static final String ID = "/subscriptions/" + NAME + "/resourceGroups/" + NAME
            + "/providers/Microsoft.MachineLearningServices/workspaces/" + NAME;

    private static final Pattern ASSET = Pattern.compile(
            "azureml:" + Pattern.quote(ID) + "/(?:models|environments|codes)/([^/]+)/versions/([^/]+)",
            Pattern.CASE_INSENSITIVE);

    private LocalWorkspace() {}

    public static String idOf(EndpointName endpoint) {
        return ID + "/onlineEndpoints/" + endpoint;
    }

    public static String idOf(DeploymentId deployment) {
        return idOf(deployment.endpoint()) + "/deployments/" + deployment.deployment();
    }

    /** Of one version. */
    public static String idOf(AssetId asset) {
        return idOfAll(asset) + "/versions/" + asset.version();
    }

    /** Of all versions by this name. */
    public static String idOfAll(AssetId asset) {
        return ID + "/" + asset.kind().word() + "s/" + asset.name();
    }

    /** What {@code azureml:} and the id of a version refer to; empty if {@code text} is no such reference. */
    static Optional<AssetReference> asset(String text) {
        var matcher = ASSET.matcher(text);
        return matcher.matches()
                ? Optional.of(new AssetReference.Exact(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }
}

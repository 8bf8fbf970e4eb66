package dev.sluice.cli;

import dev.sluice.cli.Branch.Group;
import dev.sluice.domain.AssetKind;
import java.util.List;

/** Every word that can begin one of the cloud's commands here. */
final class CloudTree {

    private CloudTree() {}

    static List<Branch> all() {
        return List.of(
                new Group("ml", "Manage models that are rolled out on this computer.", CloudTree::ml),
                new Group("account", "Manage subscription information. No effect here.", Elsewhere::account),
                new Group("group", "Manage resource groups. No effect here.", Elsewhere::group),
                new Group("extension", "Manage extensions. No effect here.", Elsewhere::extension),
                Elsewhere.ignored("configure", "Manage configuration. No effect here."),
                Elsewhere.ignored("config", "Manage configuration. No effect here."),
                Elsewhere.ignored("login", "Log in. No effect here: whoever uses this computer's account may do all."),
                Elsewhere.version(),
                Elsewhere.ignored("logout", "Log out. No effect here."));
    }

    private static List<Branch> ml() {
        return List.of(
                new Group("online-endpoint", "Manage Azure ML online endpoints.", EndpointVerbs::all),
                new Group("online-deployment", "Manage Azure ML online deployments.", DeploymentVerbs::all),
                new Group("model", "Manage Azure ML models.", () -> new AssetVerbs(AssetKind.MODEL).all()),
                new Group(
                        "environment",
                        "Manage Azure ML environments.",
                        () -> new AssetVerbs(AssetKind.ENVIRONMENT).all()),
                new Group("workspace", "Manage Azure ML workspaces. No effect here.", Elsewhere::workspace));
    }
}

package dev.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.cli.Branch.Others;
import dev.sluice.cli.Branch.Verb;
import dev.sluice.domain.LocalWorkspace;
import java.util.List;
import java.util.function.Supplier;

/**
 * Commands that mean something in the cloud alone: subscription, resource group, workspace, sign-in. They are taken, with
 * whatever follows, so that a script written for the cloud passes, and say that they have no effect here (reference A1).
 * What scripts read of them is answered with this computer's one workspace.
 */
final class Elsewhere {

    private static final String LOCAL = LocalWorkspace.NAME;
    private static final String EXTENSION = "ml";

    private Elsewhere() {}

    static List<Branch> account() {
        return List.of(
                shown("list", "Get a list of subscriptions: this computer's.", () -> listOf(subscription())),
                ignored("set", "Set a subscription to be the current active subscription. No effect here."),
                shown("show", "Get the details of a subscription: this computer's.", Elsewhere::subscription));
    }

    static List<Branch> group() {
        return List.of(
                shown("create", "Create a new resource group. No effect here.", Elsewhere::resourceGroup),
                ignored("delete", "Delete a resource group. No effect here."),
                shown("exists", "Check if a resource group exists: there is one.", () -> BooleanNode.TRUE),
                shown("list", "List resource groups: this computer's.", () -> listOf(resourceGroup())),
                shown("show", "Get a resource group: this computer's.", Elsewhere::resourceGroup));
    }

    static List<Branch> workspace() {
        return List.of(
                shown("create", "Create a workspace. No effect here.", Elsewhere::workspaceNode),
                ignored("delete", "Delete a workspace. No effect here."),
                shown("list", "List workspaces: this computer's.", () -> listOf(workspaceNode())),
                shown("show", "Show details for a workspace: this computer's.", Elsewhere::workspaceNode),
                shown("update", "Update a workspace. No effect here.", Elsewhere::workspaceNode));
    }

    static List<Branch> extension() {
        return List.of(
                ignored("add", "Add an extension. No effect here."),
                shown("list", "List the installed extensions: ml.", () -> listOf(extensionNode())),
                ignored("remove", "Remove an extension. No effect here."),
                shown("show", "Show an extension: ml.", Elsewhere::extensionNode),
                ignored("update", "Update an extension. No effect here."));
    }

    static Branch version() {
        return shown("version", "Show the versions of the cloud's command line, which is not this one.", () -> {
            var versions = JsonNodeFactory.instance.objectNode();
            versions.put("azure-cli", LOCAL).put("azure-cli-core", LOCAL);
            versions.putObject("extensions").put(EXTENSION, LOCAL);
            return versions;
        });
    }

    /** Takes whatever follows, and says that it does nothing. */
    static Branch ignored(String name, String summary) {
        return new Verb(name, summary, List.of(), Others.IGNORED, (session, given) -> warn(session));
    }

    private static Branch shown(String name, String summary, Supplier<JsonNode> answer) {
        return new Verb(name, summary, List.of(), Others.IGNORED, (session, given) -> {
            warn(session);
            session.print(answer.get());
        });
    }

    private static void warn(Session session) {
        session.voice().warn("this command has no effect here: there is one workspace, which is this computer");
    }

    private static ObjectNode subscription() {
        var node = named();
        node.put("state", "Enabled");
        node.put("tenantId", LOCAL);
        node.putObject("user").put("name", LOCAL).put("type", "user");
        return node;
    }

    private static ObjectNode resourceGroup() {
        return named().put("location", LOCAL);
    }

    private static ObjectNode workspaceNode() {
        return named().put("location", LOCAL).put("resource_group", LOCAL);
    }

    private static ObjectNode extensionNode() {
        var node = JsonNodeFactory.instance.objectNode();
        return node.put("extensionType", "whl").put("name", EXTENSION).put("version", LOCAL);
    }

    private static JsonNode listOf(ObjectNode only) {
        return JsonNodeFactory.instance.arrayNode().add(only);
    }

    private static ObjectNode named() {
        return JsonNodeFactory.instance.objectNode().put("id", LOCAL).put("name", LOCAL);
    }
}

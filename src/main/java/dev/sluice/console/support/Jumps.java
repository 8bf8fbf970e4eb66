package dev.sluice.console.support;

import dev.sluice.domain.Asset;
import dev.sluice.domain.DeploymentId;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Ways from one page to another, so that pages need not know each other: who can go somewhere asks here, who is gone to
 * registers here. What nobody has registered for does nothing. For the UI thread only.
 */
public final class Jumps {

    private Consumer<String> pages = page -> {};
    private Consumer<Asset> deployments = model -> {};
    private Runnable firstDeployment = () -> {};
    private Runnable files = () -> {};
    private BiConsumer<DeploymentId, String> logs = (deployment, words) -> {};

    /** The window turns to the page whose {@link PageEntry#id} it is told; what is chosen in the tree stays. */
    public void onPage(Consumer<String> window) {
        pages = window;
    }

    /** The logs page, which is on screen then, shows those lines of the deployment that have the words in them. */
    public void onLogs(BiConsumer<DeploymentId, String> page) {
        logs = page;
    }

    /** The window opens the form of a new deployment, of the registered model that it is told. */
    public void onNewDeployment(Consumer<Asset> window) {
        deployments = window;
    }

    /** The window opens the empty form of a new deployment, for the endpoint that is chosen in the tree. */
    public void onFirstDeployment(Runnable window) {
        firstDeployment = window;
    }

    /** The window lets the user choose a YAML file and opens it. */
    public void onOpenYaml(Runnable window) {
        files = window;
    }

    public void toNewDeployment(Asset model) {
        deployments.accept(model);
    }

    /** From a page that has nothing to show without a deployment. */
    public void toFirstDeployment() {
        firstDeployment.run();
    }

    public void toOpenYaml() {
        files.run();
    }

    public void toPage(String id) {
        pages.accept(id);
    }

    /** To the lines of a deployment of the endpoint that is chosen in the tree; no words for all of them. */
    public void toLogs(DeploymentId deployment, String words) {
        toPage("logs");
        logs.accept(deployment, words);
    }
}

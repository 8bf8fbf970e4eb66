package dev.sluice.console.invoke;

import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.DeploymentName;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Who is to answer: the traffic rules, or one of the endpoint's deployments. For the UI thread only. */
final class TargetChoice {

    private static final Target BY_TRAFFIC = new Target.ByTraffic();

    private final ReadOnlyObjectWrapper<Target> chosen = new ReadOnlyObjectWrapper<>(BY_TRAFFIC);
    private final ReadOnlyObjectWrapper<List<Target>> offered = new ReadOnlyObjectWrapper<>(List.of(BY_TRAFFIC));

    ReadOnlyObjectProperty<Target> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The traffic rules first, then each deployment. */
    ReadOnlyObjectProperty<List<Target>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    Target chosen() {
        return chosen.get();
    }

    /** Whatever is offered later; one that is never is given up at the next offer. */
    void choose(Target target) {
        chosen.set(target);
    }

    /** A deployment that is gone gives way to the traffic rules. */
    void offer(List<DeploymentName> deployments) {
        var choices = new ArrayList<Target>();
        choices.add(BY_TRAFFIC);
        deployments.forEach(name -> choices.add(new Target.Pinned(name)));
        offered.set(List.copyOf(choices));
        chooseIfOffered(chosen.get());
    }

    void chooseIfOffered(Target target) {
        chosen.set(offered.get().contains(target) ? target : BY_TRAFFIC);
    }
}

package dev.sluice.console.explorer;

import dev.sluice.console.support.ConditionMark;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.StateMark;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EndpointName;
import java.util.List;

/** One line of the tree. */
sealed interface ExplorerRow {

    /** The same for the same thing in every picture, so that the tree can be updated in place. */
    String key();

    Selection selection();

    List<? extends ExplorerRow> children();

    record EndpointRow(EndpointName name, List<DeploymentRow> children) implements ExplorerRow {
        @Override
        public String key() {
            return name.folded();
        }

        @Override
        public Selection selection() {
            return new Selection.OfEndpoint(name);
        }
    }

    /** {@code share} and {@code shadow} are texts such as {@code 90 %}; empty if it has none. */
    record DeploymentRow(
            DeploymentId id,
            DeploymentColor color,
            StateMark mark,
            String share,
            String shadow,
            List<InstanceRow> children)
            implements ExplorerRow {
        @Override
        public String key() {
            return id.endpoint().folded() + "/" + id.deployment().folded();
        }

        @Override
        public Selection selection() {
            return new Selection.OfDeployment(id);
        }
    }

    /** Choosing an instance shows its deployment. */
    record InstanceRow(DeploymentId owner, String name, ConditionMark mark) implements ExplorerRow {
        @Override
        public String key() {
            return owner + "/" + name;
        }

        @Override
        public Selection selection() {
            return new Selection.OfDeployment(owner);
        }

        @Override
        public List<ExplorerRow> children() {
            return List.of();
        }
    }
}

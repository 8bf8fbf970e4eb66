package dev.sluice.console.explorer;

import dev.sluice.console.explorer.ExplorerRow.DeploymentRow;
import dev.sluice.console.explorer.ExplorerRow.EndpointRow;
import dev.sluice.console.explorer.ExplorerRow.InstanceRow;
import dev.sluice.console.support.ConditionMark;
import dev.sluice.console.support.DeploymentColors;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.StateMark;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Percent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The tree's lines, of which only those that fit the filter are shown. For the UI thread only. */
public final class ExplorerViewModel {

    private final DeploymentColors colors;
    private final ObjectProperty<Selection> selection;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<EndpointRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper whyEmpty = new ReadOnlyStringWrapper("");
    private Optional<List<EndpointView>> endpoints = Optional.empty();

    /** {@code selection} is the window's: choosing in the tree sets it, and what sets it is shown in the tree. */
    public ExplorerViewModel(DeploymentColors colors, ObjectProperty<Selection> selection) {
        this.colors = colors;
        this.selection = selection;
        filter.addListener((o, before, after) -> refresh());
    }

    public void show(List<EndpointView> newer) {
        endpoints = Optional.of(newer);
        refresh();
    }

    /** Whether what was typed may be part of a name, so that it filters; anything else is no letter. */
    boolean isPartOfName(String typed) {
        return typed.length() == 1 && (Character.isLetterOrDigit(typed.charAt(0)) || "-_".contains(typed));
    }

    StringProperty filterProperty() {
        return filter;
    }

    ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    ReadOnlyObjectProperty<List<EndpointRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Why there is no line; empty while there is one, and until it is known what there is. */
    ReadOnlyStringProperty whyEmptyProperty() {
        return whyEmpty.getReadOnlyProperty();
    }

    private void refresh() {
        endpoints.ifPresent(this::refresh);
    }

    private void refresh(List<EndpointView> known) {
        var wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        rows.set(known.stream()
                .map(endpoint -> row(endpoint, wanted))
                .filter(row -> row.key().contains(wanted) || !row.children().isEmpty())
                .toList());
        whyEmpty.set(rows.get().isEmpty() ? whyEmpty(known) : "");
    }

    private String whyEmpty(List<EndpointView> known) {
        return known.isEmpty()
                ? Messages.of("explorer.nothing")
                : Messages.of("explorer.nothing-found", filter.get().strip());
    }

    /** An endpoint that fits the filter shows all it has; another one only the deployments that fit. */
    private EndpointRow row(EndpointView endpoint, String wanted) {
        var name = endpoint.spec().name();
        return new EndpointRow(
                name,
                endpoint.deployments().stream()
                        .filter(deployment -> name.folded().contains(wanted)
                                || deployment.spec().id().deployment().folded().contains(wanted))
                        .map(deployment -> row(endpoint, deployment))
                        .toList());
    }

    private DeploymentRow row(EndpointView endpoint, DeploymentView deployment) {
        var id = deployment.spec().id();
        return new DeploymentRow(
                id,
                colors.of(id),
                StateMark.of(deployment.state()),
                percent(endpoint.routing().traffic().shareOf(id.deployment())),
                percent(endpoint.routing().mirror().shareOf(id.deployment())),
                instances(id, deployment));
    }

    private static List<InstanceRow> instances(DeploymentId id, DeploymentView deployment) {
        return deployment.instances().stream()
                .map(instance -> new InstanceRow(id, instance.name(), ConditionMark.of(instance.condition())))
                .toList();
    }

    private static String percent(Percent share) {
        return share.value() == 0 ? "" : Messages.of("share.percent", share.value());
    }
}

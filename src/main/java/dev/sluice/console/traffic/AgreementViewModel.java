package dev.sluice.console.traffic;

import dev.sluice.console.support.PageSettings;
import dev.sluice.control.RolloutControl;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EndpointName;
import dev.sluice.metrics.Agreement;
import dev.sluice.metrics.Tolerance;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Whether the shadow says what the live deployment says. Which differences count is the user's choice, and holds at once for
 * all that was compared so far. For the UI thread only.
 */
final class AgreementViewModel {

    private final RolloutControl control;
    private final Executor ui;
    private final AgreementHabits habits;
    private final ReadOnlyObjectWrapper<Tolerance> tolerance;
    private final ReadOnlyObjectWrapper<List<AgreementRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper brief = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper limits = new ReadOnlyStringWrapper("");
    private Optional<EndpointName> endpoint = Optional.empty();
    private Agreement agreement = Agreement.NONE;
    private boolean asking;
    private long turn;

    AgreementViewModel(RolloutControl control, Executor ui, PageSettings settings) {
        this.control = control;
        this.ui = ui;
        this.habits = new AgreementHabits(settings);
        this.tolerance = new ReadOnlyObjectWrapper<>(habits.tolerance());
    }

    ReadOnlyObjectProperty<Tolerance> toleranceProperty() {
        return tolerance.getReadOnlyProperty();
    }

    /** The places where answers have differed, in the order in which they first did. */
    ReadOnlyObjectProperty<List<AgreementRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** The same in two words; empty while nothing was compared. */
    ReadOnlyStringProperty briefProperty() {
        return brief.getReadOnlyProperty();
    }

    /** What the numbers do not say, such as how many were not compared, and why; empty if they say all. */
    ReadOnlyStringProperty limitsProperty() {
        return limits.getReadOnlyProperty();
    }

    /** Whose answers were compared. */
    Optional<DeploymentId> shadow() {
        return endpoint.flatMap(name -> agreement.shadow().map(shadow -> new DeploymentId(name, shadow)));
    }

    /** Nothing is said of it until there is an answer. */
    void open(EndpointName name) {
        turn++;
        endpoint = Optional.of(name);
        asking = false;
        agreement = Agreement.NONE;
        summary.set("");
        brief.set("");
        limits.set("");
        rows.set(List.of());
        refresh();
    }

    /** Asks how it stands, unless an answer is still to come. */
    void refresh() {
        if (endpoint.isEmpty() || asking) {
            return;
        }
        asking = true;
        long asked = turn;
        control.agreement(endpoint.get()).whenCompleteAsync((now, failure) -> told(asked, now), ui);
    }

    /** Who does not answer is asked again with the next sample; what is known stands until then. */
    private void told(long asked, @Nullable Agreement now) {
        if (asked != turn) {
            return;
        }
        asking = false;
        if (now != null) {
            agreement = now;
            tell();
        }
    }

    void setTolerance(Tolerance chosen) {
        tolerance.set(chosen);
        habits.keep(chosen);
        tell();
    }

    /** @param counts false to leave differences at that place out */
    void count(String place, boolean counts) {
        endpoint.ifPresent(name -> habits.count(name, place, counts));
        tell();
    }

    private void tell() {
        endpoint.ifPresent(name -> {
            var words = new AgreementInWords(agreement, tolerance.get(), habits.ignored(name));
            summary.set(words.summary());
            brief.set(words.brief());
            limits.set(words.limits());
            rows.set(words.rows());
        });
    }
}

package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Line;
import dev.sluice.console.live.LiveFrame.Quantity;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.domain.DeploymentName;
import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.locks.DataSetLock;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.Locale;

/** One line of a chart. For the UI thread only: see {@link FxOnlyLock}. */
@SuppressWarnings("unchecked") // lock() cannot say more of its type than the library does
final class LineData extends DoubleDataSet {

    private static final long serialVersionUID = 1;

    /** What makes a line the same line in the next frame. */
    record Key(DeploymentName deployment, Quantity quantity, Source source) {

        static Key of(Line line) {
            return new Key(line.deployment(), line.quantity(), line.source());
        }
    }

    LineData(Key key, DeploymentColor color) {
        super(key.deployment() + " " + key.quantity() + " " + key.source());
        addStyleClasses(
                "traffic-line",
                color.styleClass(),
                key.quantity().name().toLowerCase(Locale.ROOT),
                key.source().name().toLowerCase(Locale.ROOT));
    }

    void show(Line line) {
        set(line.seconds(), line.values());
    }

    @Override
    public DataSetLock<? extends DataSet> lock() {
        return new FxOnlyLock<>(this);
    }
}

package dev.sluice.console.shell;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.support.Page;
import dev.sluice.console.support.Selection;
import dev.sluice.control.Fleet;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

class PageSwitchTest {

    private static final Selection ENDPOINT = new Selection.OfEndpoint(DIABETES);
    private static final Selection DEPLOYMENT = new Selection.OfDeployment(BLUE);

    private final PageSwitch pages = new PageSwitch();
    private final List<String> told = new ArrayList<>();
    private final Page traffic = new Written("traffic");
    private final Page live = new Written("live");

    @Test
    void the_page_that_is_left_is_closed_before_the_next_is_opened() {
        pages.open(traffic, ENDPOINT, SampleFleets.split());
        pages.open(live, ENDPOINT, SampleFleets.split());

        assertThat(told).containsExactly("traffic opens", "traffic closes", "live opens");
    }

    @Test
    void choosing_something_else_opens_the_page_anew() {
        pages.open(traffic, ENDPOINT, SampleFleets.split());
        pages.open(traffic, DEPLOYMENT, SampleFleets.split());

        assertThat(told).containsExactly("traffic opens", "traffic closes", "traffic opens");
    }

    @Test
    void opening_what_is_open_changes_nothing() {
        pages.open(traffic, ENDPOINT, SampleFleets.split());
        pages.open(traffic, ENDPOINT, SampleFleets.split());

        assertThat(told).containsExactly("traffic opens");
    }

    @Test
    void only_the_open_page_is_told_newer_pictures() {
        pages.open(traffic, ENDPOINT, SampleFleets.split());
        pages.open(live, ENDPOINT, SampleFleets.split());
        told.clear();

        pages.show(SampleFleets.split());
        pages.close();
        pages.show(SampleFleets.split());

        assertThat(told).containsExactly("live is told", "live closes");
    }

    private final class Written implements Page {

        private final String name;

        Written(String name) {
            this.name = name;
        }

        @Override
        public Parent node() {
            throw new UnsupportedOperationException("nothing is drawn here");
        }

        @Override
        public void open(Selection selection, Fleet fleet) {
            told.add(name + " opens");
        }

        @Override
        public void show(Fleet fleet) {
            told.add(name + " is told");
        }

        @Override
        public void close() {
            told.add(name + " closes");
        }
    }
}

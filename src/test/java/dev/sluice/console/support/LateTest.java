package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

class LateTest {

    private final Group first = new Group();
    private final Group second = new Group();
    private final Group third = new Group();
    private final Pane place = new Pane(first, second, third);
    private final SimpleBooleanProperty wanted = new SimpleBooleanProperty();

    @Test
    void what_was_never_wanted_is_not_in_the_scene() {
        Late.showWhile(second, wanted);

        assertThat(place.getChildren()).containsExactly(first, third);
    }

    @Test
    void what_is_wanted_comes_to_its_place_among_the_others_in_whatever_order_they_come() {
        var alsoWanted = new SimpleBooleanProperty();
        Late.showWhile(first, alsoWanted);
        Late.showWhile(second, wanted);

        wanted.set(true);
        assertThat(place.getChildren()).containsExactly(second, third);
        assertThat(second.isVisible() && second.isManaged()).isTrue();

        alsoWanted.set(true);
        assertThat(place.getChildren()).containsExactly(first, second, third);
    }

    @Test
    void what_has_been_seen_stays_in_the_scene_unseen() {
        Late.showWhile(second, wanted);
        wanted.set(true);

        wanted.set(false);

        assertThat(place.getChildren()).containsExactly(first, second, third);
        assertThat(second.isVisible() || second.isManaged()).isFalse();
    }

    @Test
    void a_place_is_filled_when_it_is_first_wanted_and_only_then() {
        var built = new SimpleBooleanProperty();
        Late.showWhile(place, wanted, () -> {
            assertThat(built.get()).isFalse();
            built.set(true);
            return second;
        });
        assertThat(built.get()).isFalse();

        wanted.set(true);
        wanted.set(false);
        wanted.set(true);

        assertThat(place.getChildren()).containsExactly(second);
    }
}

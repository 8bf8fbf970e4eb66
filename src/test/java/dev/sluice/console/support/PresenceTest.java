package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Group;
import org.junit.jupiter.api.Test;

class PresenceTest {

    private final Group node = new Group();

    @Test
    void what_is_not_wanted_is_not_seen_and_takes_no_room_until_it_is() {
        var wanted = new SimpleBooleanProperty();

        Presence.showWhile(node, wanted);
        assertThat(node.isVisible() || node.isManaged()).isFalse();

        wanted.set(true);
        assertThat(node.isVisible() && node.isManaged()).isTrue();
    }

    @Test
    void what_is_shown_by_hand_gets_its_room_too() {
        Presence.showIf(node, false);
        assertThat(node.isVisible() || node.isManaged()).isFalse();

        Presence.showIf(node, true);
        assertThat(node.isVisible() && node.isManaged()).isTrue();
    }
}

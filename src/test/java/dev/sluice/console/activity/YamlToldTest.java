package dev.sluice.console.activity;

import static dev.sluice.console.PageFleet.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleActivity;
import dev.sluice.console.support.diff.LineDiff.Row;
import dev.sluice.domain.Deed;
import dev.sluice.domain.Deed.Kind;
import dev.sluice.domain.Facet;
import dev.sluice.domain.Routing;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlToldTest {

    private static final Deed UPDATE = Deed.of(Kind.UPDATE_ENDPOINT, DIABETES);

    @Test
    void of_a_change_the_yaml_before_is_told_too_line_by_line() {
        var told = YamlTold.of(UPDATE.from(new Facet.Described("name: diabetes\nauth_mode: key\n"))
                .to(new Facet.Whole(Routing.CLOSED, "name: diabetes\nauth_mode: aml_token\n")));

        assertThat(told.change().rows())
                .extracting(Row::text)
                .containsExactly("name: diabetes", "auth_mode: key", "auth_mode: aml_token");
        assertThat(told.isOneText()).isFalse();
    }

    @Test
    void what_was_created_or_deleted_has_one_text() {
        var yaml = new Facet.Whole(SampleActivity.split(Map.of("blue", 100)), "name: diabetes\n");

        assertThat(YamlTold.of(UPDATE.from(yaml)).only()).isEqualTo("name: diabetes\n");
        assertThat(YamlTold.of(UPDATE.to(yaml)).only()).isEqualTo("name: diabetes\n");
        assertThat(YamlTold.of(UPDATE.to(yaml)).isAChange()).isFalse();
    }

    @Test
    void a_change_without_yaml_has_none_to_tell() {
        var told = YamlTold.of(UPDATE.from(new Facet.Routed(Routing.CLOSED)));

        assertThat(told.isAChange() || told.isOneText()).isFalse();
    }
}

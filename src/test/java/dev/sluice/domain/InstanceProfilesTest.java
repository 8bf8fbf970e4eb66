package dev.sluice.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.LocalSize.Origin;
import dev.sluice.domain.Resources.Share;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What machine sizes stand for here (reference C7). */
class InstanceProfilesTest {

    private static final InstanceType LARGE = InstanceType.of("Standard_DS5_v2");
    private static final InstanceProfiles SMALL = profiles("standard_ds5_v2 = 0.5,1.5");

    @Test
    void c7_a_size_stands_for_what_the_table_says_and_an_unknown_one_for_a_stated_profile() {
        assertThat(InstanceProfiles.NONE.of(LARGE)).isEqualTo(new LocalSize(4, 4096));
        assertThat(InstanceProfiles.NONE.of(InstanceType.of("STANDARD_ds5_V2"))).isEqualTo(new LocalSize(4, 4096));
        assertThat(InstanceProfiles.NONE.of(InstanceType.of("Standard_M128")))
                .isEqualTo(new LocalSize(1, 1024, Origin.FALLBACK));
    }

    @Test
    void c7_a_profile_goes_before_the_table_for_its_size_alone_in_any_case_of_letters() {
        assertThat(SMALL.of(LARGE)).isEqualTo(new LocalSize(0.5, 1536, Origin.PROFILE));
        assertThat(SMALL.of(InstanceType.of("Standard_DS4_v2"))).isEqualTo(new LocalSize(2, 2048));
    }

    @Test
    void the_first_profile_of_a_size_counts() {
        assertThat(profiles("Standard_DS5_v2=1,2").then(SMALL).of(LARGE))
                .isEqualTo(new LocalSize(1, 2048, Origin.PROFILE));
    }

    @Test
    void what_a_file_asks_for_counts_with_a_profile_only_as_far_as_it_is_less() {
        var profiles = profiles("defaultinstancetype=2,4");
        var much = new Share(8, Optional.of(16.0));

        assertThat(profiles.of(asking(much, new Share(0, Optional.of(512.0)))))
                .as("more cores, less memory")
                .isEqualTo(new LocalSize(2, 512, Origin.PROFILE));
        assertThat(InstanceProfiles.NONE.of(asking(much, Share.NONE)))
                .as("no profile: as the file says")
                .isEqualTo(new LocalSize(16, 1024));
    }

    @Test
    void a_request_that_the_usual_size_covers_leaves_an_unknown_one_unknown() {
        assertThat(InstanceProfiles.NONE
                        .of(asking(new Share(0.1, Optional.empty()), Share.NONE))
                        .origin())
                .isEqualTo(Origin.FALLBACK);
        assertThat(InstanceProfiles.NONE.of(asking(new Share(3, Optional.empty()), Share.NONE)))
                .isEqualTo(new LocalSize(3, 1024));
    }

    @Test
    void the_sizes_with_a_profile_are_known_by_name_before_those_of_the_table_and_none_twice() {
        assertThat(profiles("gpu-nodes=2,4", "Standard_DS5_v2=1,2").names())
                .startsWith("gpu-nodes", "Standard_DS5_v2", "Standard_DS1_v2")
                .doesNotHaveDuplicates()
                .contains("Standard_F72s_v2");
    }

    @Test
    void one_is_written_as_it_is_read() {
        var profile = InstanceProfile.parse(" Standard_DS5_v2 = 2 , 0.25 ");

        assertThat(profile)
                .isEqualTo(new InstanceProfile("Standard_DS5_v2", 2, 0.25))
                .hasToString("Standard_DS5_v2 = 2,0.25");
        assertThat(InstanceProfile.parse(profile.toString())).isEqualTo(profile);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Standard_DS5_v2 | is not of the form NAME=CORES,GiB",
                "Standard_DS5_v2=2 | is not of the form NAME=CORES,GiB",
                "=2,4 | the name of the machine size is missing",
                "a b=2,4 | 'a b' is no name of a machine size",
                "a=,4 | the number of cores is missing",
                "a=2, | the number of GiB of memory is missing",
                "a=0,4 | '0' is no number of cores from 0.01 to 1024",
                "a=two,4 | 'two' is no number of cores",
                "a=2,4GiB | '4GiB' is no number of GiB of memory from 0.015625 to 65536",
                "a=2,-1 | '-1' is no number of GiB of memory",
                "a=2,0.001 | '0.001' is no number of GiB of memory",
                "a=2,3,4 | '3,4' is no number of GiB of memory",
            })
    void what_is_no_profile_is_refused_with_what_is_wrong_in_it(String typed, String why) {
        assertThatThrownBy(() -> InstanceProfile.parse(typed)).hasMessageContaining(why);
    }

    private static InstanceType asking(Share cores, Share memoryMiB) {
        return InstanceType.of("defaultinstancetype").asking(new Resources(cores, memoryMiB));
    }

    private static InstanceProfiles profiles(String... lines) {
        return new InstanceProfiles(
                List.of(lines).stream().map(InstanceProfile::parse).toList());
    }
}

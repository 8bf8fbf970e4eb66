package dev.sluice.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.TestBench;
import dev.sluice.console.settings.LocalSettings.Kept;
import dev.sluice.domain.ImageSubstitution;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.InstanceProfile;
import dev.sluice.domain.InstanceProfiles;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {

    private static final ImageSubstitution CLOUD = new ImageSubstitution("mcr.microsoft.com/*", "mirror/*");

    private final TestBench bench = new TestBench();
    private final AtomicInteger saved = new AtomicInteger();
    private LocalSettings settings = LocalSettings.inMemory(ImageSubstitutions.NONE);

    private SettingsViewModel opened(ImageSubstitution... kept) {
        return new SettingsViewModel(
                bench.bench,
                settings,
                new Kept(new ImageSubstitutions(List.of(kept)), InstanceProfiles.NONE),
                Runnable::run,
                saved::incrementAndGet);
    }

    private static void write(SubstitutionRow row, String pattern, String image) {
        row.patternProperty().set(pattern);
        row.imageProperty().set(image);
    }

    @Test
    void what_is_written_is_kept_when_it_is_saved_and_not_before() {
        var model = opened();
        write(model.rows().get(0), " mcr.microsoft.com/* ", "mirror/*");
        assertThat(settings.kept()).isEqualTo(Kept.NONE);

        model.save();

        assertThat(settings.kept().images().inOrder()).containsExactly(CLOUD);
        assertThat(saved).hasValue(1);
    }

    @Test
    void an_image_can_be_tried_before_anything_is_saved() {
        var model = opened();
        model.trialProperty().set("mcr.microsoft.com/azureml/a:1");
        assertThat(model.becomes().get()).contains("stays as it is");

        write(model.rows().get(0), "mcr.microsoft.com/*", "mirror/*");

        assertThat(model.becomes().get()).contains("mirror/azureml/a:1").contains("mcr.microsoft.com/*");
    }

    @Test
    void a_row_that_makes_no_sense_says_so_and_cannot_be_saved() {
        var model = opened(CLOUD);
        model.add();
        assertThat(model.valid().get()).as("an empty row is none").isTrue();

        write(model.rows().get(1), "a", "");

        assertThat(model.rows().get(1).problem().get()).isEqualTo("The image that is taken in its place is missing.");
        assertThat(model.rows().get(1).imageProblem().get()).isNotEmpty();
        assertThat(model.rows().get(1).patternProblem().get())
                .as("the side that is as it should be")
                .isEmpty();
        assertThat(model.valid().get()).isFalse();
        model.save();
        assertThat(saved).hasValue(0);
    }

    @Test
    void the_order_counts_and_can_be_changed() {
        var model = opened(CLOUD, new ImageSubstitution("*", "all"));
        model.trialProperty().set("mcr.microsoft.com/a");

        model.moveUp(model.rows().get(1));

        assertThat(model.becomes().get()).contains("all");
        model.remove(model.rows().get(0));
        model.save();
        assertThat(settings.kept().images().inOrder()).containsExactly(CLOUD);
    }

    @Test
    void those_given_at_the_start_come_first_and_are_shown() {
        settings = LocalSettings.inMemory(new ImageSubstitutions(List.of(new ImageSubstitution("a", "given"))));
        var model = opened(new ImageSubstitution("a", "kept"));
        model.trialProperty().set("a");

        assertThat(model.given()).containsExactly("a = given");
        assertThat(model.becomes().get()).contains("given");
    }

    @Test
    void what_a_machine_size_stands_for_is_edited_and_kept_beside_the_images() {
        var small = InstanceProfile.parse("Standard_DS5_v2=2,4");
        var kept = new Kept(new ImageSubstitutions(List.of(CLOUD)), new InstanceProfiles(List.of(small)));
        var model = new SettingsViewModel(bench.bench, settings, kept, Runnable::run, saved::incrementAndGet);
        assertThat(model.profileRows())
                .extracting(row -> row.memoryProperty().get())
                .containsExactly("4");

        model.profileRows().get(0).memoryProperty().set("4,5");
        assertThat(model.profileRows().get(0).problem().get()).contains("'4,5' is no number of GiB");
        assertThat(model.valid().get()).isFalse();

        model.profileRows().get(0).memoryProperty().set(" 4.5 ");
        model.addProfile();
        model.save();

        assertThat(settings.kept())
                .isEqualTo(new Kept(
                        kept.images(), new InstanceProfiles(List.of(InstanceProfile.parse("Standard_DS5_v2=2,4.5")))));
    }

    @Test
    void settings_that_cannot_be_written_stay_open_and_say_why_in_the_form_itself() {
        settings = new FullDisk();
        var model = opened(CLOUD);

        model.save();

        assertThat(saved).hasValue(0);
        assertThat(model.failureProperty().get()).contains("could not be saved", FullDisk.REASON);
        assertThat(bench.notices.notices()).as("behind the form").isEmpty();
    }
}

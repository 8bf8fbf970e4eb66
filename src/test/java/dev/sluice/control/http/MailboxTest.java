package dev.sluice.control.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.http.Mailbox.Letter;
import dev.sluice.domain.SampleSpecs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits for a reader who is slower than the news. */
class MailboxTest {

    @Test
    void of_pictures_only_the_newest_waits() {
        var mailbox = new Mailbox.NewestOnly<String>();
        mailbox.put("old");
        mailbox.put("new");

        assertThat(all(mailbox)).containsExactly(new Letter.News<>("new"));
        assertThat(Mailbox.of(new Subject.TheFleet())).isInstanceOf(Mailbox.NewestOnly.class);
    }

    @Test
    void of_too_many_lines_the_oldest_are_left_out_and_counted() {
        var mailbox = new Mailbox.Lossy<String>(2);
        List.of("1", "2", "3", "4").forEach(mailbox::put);

        assertThat(all(mailbox))
                .containsExactly(new Letter.LeftOut<>(2), new Letter.News<>("3"), new Letter.News<>("4"));
        assertThat(Mailbox.of(new Subject.Log(SampleSpecs.BLUE, 10))).isInstanceOf(Mailbox.Lossy.class);
    }

    @Test
    void of_what_may_not_be_lost_one_too_many_is_not_taken() {
        var mailbox = new Mailbox.Whole<String>(2);

        assertThat(List.of(mailbox.put("1"), mailbox.put("2"), mailbox.put("3")))
                .containsExactly(true, true, false);
        assertThat(Mailbox.of(new Subject.History(SampleSpecs.DIABETES))).isInstanceOf(Mailbox.Whole.class);
    }

    private static <T> List<Letter<T>> all(Mailbox<T> mailbox) {
        var letters = new ArrayList<Letter<T>>();
        for (var next = mailbox.take(); next.isPresent(); next = mailbox.take()) {
            letters.add(next.get());
        }
        return letters;
    }
}

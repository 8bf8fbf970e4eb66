package dev.sluice.console.live;

import dev.sluice.console.support.Messages;
import java.util.List;
import java.util.stream.Stream;

/** What an exported picture says in words: whose charts these are, of which day, and what happened at each mark. */
record PictureText(String title, List<String> marks) {

    /** A picture of more could not be read, nor be made at some point. */
    private static final int MOST_MARKS = 40;

    PictureText {
        marks = List.copyOf(marks);
    }

    static PictureText of(String endpoint, LiveFrame frame, ClockText clock) {
        double range = frame.to() - frame.from();
        int earlier = Math.max(0, frame.marks().size() - MOST_MARKS);
        var newest =
                frame.marks().stream().skip(earlier).map(mark -> clock.moment(mark.at(), range) + "  " + mark.text());
        var more = earlier == 0 ? Stream.<String>empty() : Stream.of(Messages.of("live.picture.earlier", earlier));
        return new PictureText(
                Messages.of("live.picture.title", endpoint, clock.day(frame.to())),
                Stream.concat(more, newest).toList());
    }
}

package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.text.Text;

/** A few words beside the flag of each mark that has room for them until the next. For the UI thread only. */
final class MarkFlags {

    private static final double BESIDE = 6;
    private static final double LEAST = 36;

    private final Group group = new Group();
    /** They are used again and again; those that are not needed are hidden. */
    private final List<Text> texts = new ArrayList<>();

    private List<Flag> flags = List.of();

    /** Where the words of a mark are: from {@code left}, in pixels, and how wide they may be. */
    record Flag(Mark mark, double left, double room) {

        private boolean isAsWideAs(Flag other) {
            return mark.equals(other.mark) && room == other.room;
        }
    }

    MarkFlags() {
        group.setManaged(false);
        group.setMouseTransparent(true);
    }

    Node node() {
        return group;
    }

    /** @param width of the chart; {@code place} is where moments are, in pixels from the left */
    static List<Flag> flags(List<Mark> marks, DoubleUnaryOperator place, double width) {
        return IntStream.range(0, marks.size())
                .mapToObj(i -> {
                    double left = place.applyAsDouble(marks.get(i).at()) + BESIDE;
                    double end = i + 1 == marks.size()
                            ? width
                            : place.applyAsDouble(marks.get(i + 1).at()) - BESIDE;
                    return new Flag(marks.get(i), left, Math.floor(end - left));
                })
                .filter(flag -> flag.room() >= LEAST)
                .toList();
    }

    /** As much of {@code text} as fits, with an ellipsis if that is not all. */
    static String cut(String text, double room, ToDoubleFunction<String> width) {
        if (width.applyAsDouble(text) <= room) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int half = (fits + tooLong) / 2;
            if (width.applyAsDouble(begin(text, half)) <= room) {
                fits = half;
            } else {
                tooLong = half;
            }
        }
        return begin(text, fits);
    }

    private static String begin(String text, int length) {
        return text.substring(0, length).strip() + "\u2026";
    }

    /** Words are only measured anew where they or their room are other ones: mostly all move by the same distance. */
    void lay(List<Flag> newer) {
        var before = flags;
        flags = newer;
        while (texts.size() < flags.size()) {
            var text = new Text();
            text.getStyleClass().add("mark-flag");
            text.setTextOrigin(VPos.TOP);
            texts.add(text);
            group.getChildren().add(text);
        }
        for (int i = 0; i < texts.size(); i++) {
            texts.get(i).setVisible(i < flags.size());
            if (i < flags.size()) {
                var flag = flags.get(i);
                if (i >= before.size() || !before.get(i).isAsWideAs(flag)) {
                    fill(texts.get(i), flag);
                }
                texts.get(i).setX(flag.left());
            }
        }
    }

    private static void fill(Text text, Flag flag) {
        text.applyCss();
        text.setText(cut(flag.mark().text(), flag.room(), tried -> {
            text.setText(tried);
            return text.getLayoutBounds().getWidth();
        }));
    }

    /** Whose words are there. */
    Optional<Mark> at(Point2D place) {
        for (int i = 0; i < flags.size(); i++) {
            if (texts.get(i).getLayoutBounds().contains(place)) {
                return Optional.of(flags.get(i).mark());
            }
        }
        return Optional.empty();
    }
}

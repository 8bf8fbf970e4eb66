package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
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

    /** How wide the words are that are there, whole: they are laid with each drawing. */
    private final Map<String, Double> widths = new HashMap<>();

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

    /**
     * They stand at the right of their marks. If they do not fit there but do at the left, where no others are, they stand there.
     *
     * @param place where moments are, in pixels from the left; {@code width} of the chart, {@code needed} by words
     */
    static List<Flag> flags(
            List<Mark> marks, DoubleUnaryOperator place, double width, ToDoubleFunction<String> needed) {
        var flags = new ArrayList<Flag>();
        double free = 0;
        for (int i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            double at = place.applyAsDouble(mark.at());
            double end = i + 1 == marks.size()
                    ? width
                    : place.applyAsDouble(marks.get(i + 1).at()) - BESIDE;
            double room = Math.floor(end - at - BESIDE);
            double wanted = Math.ceil(needed.applyAsDouble(mark.text()));
            if (wanted > room && at - BESIDE - wanted >= free) {
                flags.add(new Flag(mark, at - BESIDE - wanted, wanted));
                free = at + BESIDE;
            } else if (room >= LEAST) {
                flags.add(new Flag(mark, at + BESIDE, room));
                free = at + 2 * BESIDE + Math.min(wanted, room);
            } else {
                free = at + BESIDE;
            }
        }
        return flags;
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

    /** Beside their marks, as {@link #flags}. */
    void lay(List<Mark> marks, DoubleUnaryOperator place, double width) {
        widths.keySet().retainAll(marks.stream().map(Mark::text).collect(Collectors.toSet()));
        lay(flags(marks, place, width, text -> widths.computeIfAbsent(text, this::measured)));
    }

    private double measured(String text) {
        addTexts(1);
        texts.get(0).applyCss();
        var measure = new Text(text);
        measure.setFont(texts.get(0).getFont());
        return measure.getLayoutBounds().getWidth();
    }

    private void addTexts(int needed) {
        while (texts.size() < needed) {
            var text = new Text();
            text.getStyleClass().add("mark-flag");
            text.setTextOrigin(VPos.TOP);
            texts.add(text);
            group.getChildren().add(text);
        }
    }

    /** Words are only cut anew where they or their room are other ones: mostly all move by the same distance. */
    private void lay(List<Flag> newer) {
        var before = flags;
        flags = newer;
        addTexts(flags.size());
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

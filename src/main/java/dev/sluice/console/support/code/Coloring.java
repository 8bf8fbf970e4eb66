package dev.sluice.console.support.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/**
 * Gives the lines that are seen their colours and underlines; those out of sight get theirs when they come into it, so
 * that a text of a megabyte costs no more than its first page. For the UI thread only.
 */
final class Coloring {

    /** What comes after so many letters of one line stays as it is. */
    private static final int LONGEST_LINE = 20_000;

    private final CodeArea area;
    private final Soon soon = new Soon(this::colorWhatIsSeen);

    /** What each line begins with, as far as that is known; always known of the first. */
    private final List<Integer> begins = new ArrayList<>(List.of(Highlighter.START));

    private Highlighter highlighter = Highlighter.NONE;
    private List<CodeProblem> problems = List.of();

    Coloring(CodeArea area) {
        this.area = area;
        area.plainTextChanges().subscribe(change -> {
            forgetAfter(
                    area.offsetToPosition(change.getPosition(), Bias.Backward).getMajor());
            soon.ask();
        });
        area.viewportDirtyEvents().subscribe(moved -> soon.ask());
        area.currentParagraphProperty().addListener((o, before, after) -> soon.ask());
        area.focusedProperty().addListener((o, before, now) -> soon.ask());
    }

    void use(Highlighter other) {
        highlighter = other;
        forgetAfter(0);
        soon.ask();
    }

    void mark(List<CodeProblem> found) {
        problems = List.copyOf(found);
        soon.ask();
    }

    private void forgetAfter(int line) {
        int known = Math.min(begins.size(), line + 1);
        begins.subList(known, begins.size()).clear();
    }

    private void colorWhatIsSeen() {
        if (area.getScene() == null || area.getVisibleParagraphs().isEmpty()) {
            return;
        }
        int first = area.firstVisibleParToAllParIndex();
        int last = Math.min(
                area.lastVisibleParToAllParIndex(), area.getParagraphs().size() - 1);
        for (int line = begins.size() - 1; line < first; line++) {
            read(line);
        }
        for (int line = first; line <= last; line++) {
            color(line);
        }
    }

    private void color(int line) {
        var found = read(line);
        if (area.getParagraphLength(line) == 0) {
            return;
        }
        var styles = styles(line, found);
        // Setting styles makes the viewport dirty again: what is right already must be left alone.
        if (!area.getStyleSpans(line).equals(styles)) {
            area.setStyleSpans(line, 0, styles);
        }
    }

    private Highlighter.Line read(int line) {
        var text = area.getParagraph(line).getText();
        var cut = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) : text;
        var found = highlighter.highlight(cut, begins.get(line));
        if (begins.size() == line + 1) {
            begins.add(found.after());
        } else if (begins.get(line + 1) != found.after()) {
            forgetAfter(line);
            begins.add(found.after());
        }
        return found;
    }

    private StyleSpans<Collection<String>> styles(int line, Highlighter.Line found) {
        int length = area.getParagraphLength(line);
        var styles = new StyleSpansBuilder<Collection<String>>();
        int at = 0;
        for (var span : found.spans()) {
            add(styles, List.of(), span.start() - at);
            add(styles, style(span, line), span.end() - span.start());
            at = span.end();
        }
        add(styles, List.of(), length - at);
        var all = styles.create();
        for (var problem : problems) {
            if (problem.line() == line + 1) {
                all = all.overlay(underline(problem, length), Coloring::both);
            }
        }
        return all;
    }

    /** What is being written can be read, hidden or not. */
    private List<String> style(Span span, int line) {
        boolean written = area.isFocused() && area.getCurrentParagraph() == line;
        return span.token() == Token.HIDDEN && written
                ? List.of()
                : List.of(span.token().styleClass());
    }

    /** From its column to the end of the word there; a column of 0 means all of the line. */
    private StyleSpans<Collection<String>> underline(CodeProblem problem, int length) {
        int start = Math.max(0, Math.min(problem.column() - 1, length - 1));
        int end = problem.column() == 0
                ? length
                : endOfWord(area.getParagraph(problem.line() - 1).getText(), start);
        var styles = new StyleSpansBuilder<Collection<String>>();
        add(styles, List.of(), start);
        add(styles, List.of("code-problem"), end - start);
        add(styles, List.of(), length - end);
        return styles.create();
    }

    /** A span without letters would make styles differ that look the same. */
    private static void add(StyleSpansBuilder<Collection<String>> to, List<String> style, int length) {
        if (length > 0) {
            to.add(style, length);
        }
    }

    private static int endOfWord(String text, int start) {
        int end = start + 1;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static Collection<String> both(Collection<String> under, Collection<String> over) {
        if (over.isEmpty()) {
            return under;
        }
        var both = new ArrayList<>(under);
        both.addAll(over);
        return List.copyOf(both);
    }
}

package dev.sluice.console.likeness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The tables of {@code docs/compatibility.md}, which is packed into the program: one text for those who read it there and
 * for the window, so that the two cannot differ.
 */
public final class Likeness {

    /**
     * One row.
     *
     * @param table the heading that it stands under
     * @param what a key, a behaviour or a feature
     * @param here one of the four words that the file begins with
     * @param sentence what it does
     * @param shownBy the test that shows it; empty for keys and features
     */
    public record Row(String table, String what, String here, String sentence, String shownBy) {

        boolean matches(String text) {
            var sought = text.strip().toLowerCase(Locale.ROOT);
            return String.join(" ", table, what, here, sentence)
                    .toLowerCase(Locale.ROOT)
                    .contains(sought);
        }
    }

    private Likeness() {}

    public static List<Row> rows() {
        try (var file = Likeness.class.getResourceAsStream("/compatibility.md")) {
            if (file == null) {
                throw new IllegalStateException("this program was built without its table of what is like the cloud");
            }
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own files cannot be read", e);
        }
    }

    /** The rows of all tables of a text in Markdown, without their heads. */
    static List<Row> read(String markdown) {
        var rows = new ArrayList<Row>();
        var table = "";
        boolean inBody = false;
        for (var line : markdown.lines().toList()) {
            if (line.startsWith("## ")) {
                table = line.substring(3).strip();
            }
            if (inBody && line.startsWith("|")) {
                rows.add(row(table, line));
            }
            inBody = line.startsWith("|") && (inBody || line.startsWith("| ---"));
        }
        return List.copyOf(rows);
    }

    private static Row row(String table, String line) {
        var cells = line.strip().split("\\|", -1);
        if (cells.length < 5) {
            throw new IllegalArgumentException("a row has too few cells: " + line);
        }
        return new Row(
                table, plain(cells[1]), plain(cells[2]), plain(cells[3]), cells.length > 5 ? plain(cells[4]) : "");
    }

    private static String plain(String cell) {
        return cell.replace("`", "").strip();
    }
}

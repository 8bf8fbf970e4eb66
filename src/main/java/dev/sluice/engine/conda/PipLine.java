package dev.sluice.engine.conda;

import dev.sluice.domain.Place;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of a conda file's {@code pip} part: a requirement, or an option of pip's such as {@code --extra-index-url}.
 *
 * @param text as it was written
 * @param place where; not known for what stands in the deployment's own file
 */
public record PipLine(String text, Place place) {

    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*)\\s*(\\[|[=<>!~;@(]|$).*");

    /** {@code -r other.txt}, {@code -e .}, {@code ./a.whl}: files beside the conda file, which is sent alone. */
    private static final Pattern FILE_BESIDE = Pattern.compile(
            "(-r|--requirement|-c|--constraint|-e|--editable)([ =].*|\\S.*)?|\\.{1,2}(/.*)?|/.*|file:.*|[^:\\s]+\\.(whl|tar\\.gz|zip|txt)");

    /** {@code -f ./wheels}, {@code --find-links=/srv/wheels}: a folder of this computer. */
    private static final Pattern FOLDER_HERE =
            Pattern.compile("(-f|--find-links)([ =]+|(?<=-f))(file:.*|(?![A-Za-z][A-Za-z0-9+.-]*:)\\S.*)");

    /** The package that it names; empty for an option or an address. */
    public Optional<String> name() {
        var matcher = NAME.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether it leads to a file beside the conda file; the cloud is sent the conda file alone. */
    public boolean needsFileBeside() {
        return FILE_BESIDE.matcher(text).matches();
    }

    /** Whether pip is to look for packages in a folder of this computer, which nobody sends along either. */
    public boolean looksIntoFolderHere() {
        return FOLDER_HERE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}

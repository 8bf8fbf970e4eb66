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

    /** The package that it names; empty for an option or an address. */
    public Optional<String> name() {
        var matcher = NAME.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether it leads to a file beside the conda file; the cloud is sent the conda file alone. */
    public boolean needsFileBeside() {
        return FILE_BESIDE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}

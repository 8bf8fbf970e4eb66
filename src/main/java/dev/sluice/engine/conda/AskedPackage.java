package dev.sluice.engine.conda;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One Python package that a conda file asks for, by conda's part or by pip's.
 *
 * @param name as Python's own tools write it: in lower case, with dashes
 * @param versions those that will do
 * @param marker pip's condition, such as {@code python_version < "3.9"}; empty if it is asked for in any case
 */
public record AskedPackage(String name, VersionRange versions, String marker) {

    /** {@code name[extras] (>=1.2,<2) ; marker}, or an address after an at sign, which tells no version. */
    private static final Pattern REQUIREMENT =
            Pattern.compile("(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)\\s*(?:\\[[^]]*\\])?\\s*"
                    + "(?:@\\s*\\S+|\\(?(?<versions>(?:[=<>!~][^;)]*)?)\\)?)\\s*(?:;(?<marker>.*))?");

    /** Options of pip's for one requirement, such as {@code --hash}, and a comment. */
    private static final Pattern TRAILING = Pattern.compile("\\s+(--|#).*");

    /** Only conda has them, and no Python knows of them: compilers, libraries of C, languages, tools. */
    private static final Pattern NOT_OF_PYTHON = Pattern.compile(
            "_.*|lib(?!rosa$|cst$|sass$|tmux$|clang$)[a-z].*|r-.*|(gcc|gxx|gfortran|binutils|ld_impl|sysroot|clang|cuda|cudnn|nccl)([-_].*)?"
                    + "|cudatoolkit|mkl|blas|nomkl|openblas|openssl|ca-certificates|readline|sqlite|tk|xz|zlib|zstd|bzip2"
                    + "|ncurses|nodejs|openjdk|git|make|pkg-config|ffmpeg|curl|wget|yaml|icu|hdf5|boost-cpp|arrow-cpp");

    /** What an environment needs to be made rather than to run, and which Python may be asked for without having it. */
    private static final Set<String> TOOLS = Set.of("pip", "python");

    static AskedPackage of(String name, String versions, String marker) {
        return new AskedPackage(normalised(name), new VersionRange(versions), marker.strip());
    }

    /** Empty for what is no package of Python's. */
    static Optional<AskedPackage> of(CondaPackage asked) {
        return TOOLS.contains(asked.name()) || isForeign(asked)
                ? Optional.empty()
                : Optional.of(of(asked.distribution(), asked.version(), ""));
    }

    /** Whether conda alone has such a thing: it is none of Python's packages. */
    public static boolean isForeign(CondaPackage asked) {
        return NOT_OF_PYTHON.matcher(asked.name()).matches();
    }

    /** Empty for an option, or for a file or an address that does not tell which package it holds. */
    static Optional<AskedPackage> of(PipLine line) {
        var matcher = REQUIREMENT.matcher(
                TRAILING.matcher(line.text()).replaceFirst("").strip());
        if (line.needsFileBeside() || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(of(
                matcher.group("name"),
                Optional.ofNullable(matcher.group("versions")).orElse(""),
                Optional.ofNullable(matcher.group("marker")).orElse("")));
    }

    /** A name as Python's index compares them (PEP 503). */
    static String normalised(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }
}

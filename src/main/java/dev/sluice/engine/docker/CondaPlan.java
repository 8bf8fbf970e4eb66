package dev.sluice.engine.docker;

import dev.sluice.engine.conda.CondaPackage;
import dev.sluice.engine.conda.CondaRequest;
import dev.sluice.engine.conda.PipLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the packages of a conda file get into an image, as a Dockerfile, and what of the file cannot be honoured that way.
 * As in the cloud they go into an environment of their own, {@code inf-conda-env}, whose interpreter is the first that
 * is found. Pure.
 *
 * @param base the image to begin from
 * @param user who the image's commands run as; empty for root
 * @param leftOut packages of conda's that pip was found not to have
 */
record CondaPlan(String base, String user, Installer installer, CondaRequest request, List<CondaPackage> leftOut) {

    /** What the image says of itself on what was not honoured; found again with the image. */
    static final String NOTE_LABEL = "dev.sluice.note";

    /** Another way of making the same environment is another environment. */
    static final String VERSION = "conda 1";

    private static final String ENVIRONMENT = "/opt/conda-envs/inf-conda-env";
    private static final String FILES = "/var/azureml-app/";
    private static final String CONDA_FILE = "conda.yml";
    private static final String OF_CONDA = "requirements-conda.txt";
    private static final String OF_PIP = "requirements-pip.txt";

    /** Tools that are run without a terminal, as root, in an image that is never updated. */
    private static final Map<String, String> MANNERS = Map.of(
            "CONDA_ALWAYS_YES", "true",
            "MAMBA_ALWAYS_YES", "true",
            "PIP_DISABLE_PIP_VERSION_CHECK", "1",
            "PIP_NO_CACHE_DIR", "1",
            "PIP_NO_INPUT", "1",
            "PIP_PROGRESS_BAR", "off",
            "PIP_ROOT_USER_ACTION", "ignore");

    CondaPlan {
        leftOut = List.copyOf(leftOut);
    }

    CondaPlan without(CondaPackage missing) {
        var more = new ArrayList<>(leftOut);
        more.add(missing);
        return new CondaPlan(base, user, installer, request.without(missing), more);
    }

    /** @param arguments what the steps are told besides, such as {@code PIP_INDEX_URL} */
    BuildContext context(Map<String, String> arguments) {
        var files = new ArrayList<ContextFile>();
        files.add(ContextFile.text("Dockerfile", dockerfile(arguments)));
        if (installer instanceof Installer.Conda) {
            files.add(ContextFile.text(CONDA_FILE, request.normalised()));
        } else {
            files.add(ContextFile.text(OF_CONDA, lines(ofConda())));
            files.add(ContextFile.text(
                    OF_PIP, lines(request.pip().stream().map(PipLine::text).toList())));
        }
        return BuildContext.of(files);
    }

    private String dockerfile(Map<String, String> arguments) {
        var text = new StringBuilder("FROM " + base + "\nUSER root\n");
        arguments.keySet().stream()
                .filter(name -> name.startsWith("PIP_")) // Docker knows the others without being told
                .sorted()
                .forEach(name -> text.append("ARG ").append(name).append('\n'));
        if (installer instanceof Installer.Conda conda) {
            text.append("COPY " + CONDA_FILE + " " + FILES + "\n");
            run(text, create(conda.program()));
        } else {
            text.append("COPY " + OF_CONDA + " " + OF_PIP + " " + FILES + "\n");
            // Without pip of its own: not every image's python3 can make one, and the image's own does as well.
            run(text, "python3 -m venv --system-site-packages --without-pip " + ENVIRONMENT);
            install(text, OF_CONDA, ofConda());
            install(text, OF_PIP, request.pip());
        }
        text.append("ENV PATH=" + ENVIRONMENT + "/bin:$PATH CONDA_DEFAULT_ENV=inf-conda-env\n");
        request.variables()
                .forEach((name, value) -> text.append("ENV ")
                        .append(name)
                        .append('=')
                        .append(quoted(value))
                        .append('\n'));
        text.append("LABEL " + NOTE_LABEL + "=").append(quoted(note())).append('\n');
        return text + (user.isEmpty() ? "" : "USER " + user + "\n");
    }

    private static String create(String program) {
        var command = program.equals("micromamba") ? "micromamba create --yes" : program + " env create";
        return command + " -p " + ENVIRONMENT + " -f " + FILES + CONDA_FILE;
    }

    private static void install(StringBuilder text, String file, List<?> wanted) {
        if (!wanted.isEmpty()) {
            run(text, ENVIRONMENT + "/bin/python -m pip install -r " + FILES + file);
        }
    }

    private static void run(StringBuilder text, String command) {
        text.append("RUN ")
                .append(MANNERS.entrySet().stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining(" ", "export ", " && ")))
                .append(command)
                .append('\n');
    }

    /** What conda was to install, as pip is asked for it. */
    private List<String> ofConda() {
        return request.libraries().stream()
                .map(wanted -> wanted.asPip().orElse(wanted.distribution()))
                .toList();
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("[\\\\\"$]", "\\\\$0").replaceAll("\\R", " ") + '"';
    }

    /** What of the conda file is not as it asks, for people; empty if all is. */
    String note() {
        var parts = new ArrayList<String>();
        if (installer instanceof Installer.Pip pip) {
            tellWhatPipCannot(pip, parts);
        }
        tell(
                parts,
                "not looked into, since a build does not see this computer's folders: ",
                request.pip().stream().filter(PipLine::looksIntoFolderHere).map(PipLine::text));
        return String.join("; ", parts);
    }

    private void tellWhatPipCannot(Installer.Pip pip, List<String> parts) {
        parts.add(
                "the image has no conda: its packages were installed by pip, under the image's Python " + pip.python());
        request.python()
                .filter(asked -> !asked.allows(pip.python()))
                .ifPresent(asked -> parts.add(asked.text() + " was not honoured"));
        tell(
                parts,
                "left out, since the index has none of that name: ",
                leftOut.stream().map(CondaPackage::text));
        tell(
                parts,
                "in whatever version pip chose, since pip cannot be asked for these: ",
                request.libraries().stream()
                        .filter(wanted -> wanted.asPip().isEmpty())
                        .map(CondaPackage::text));
        tell(
                parts,
                "without regard to their channel or build: ",
                request.libraries().stream()
                        .filter(wanted ->
                                !wanted.channel().isEmpty() || !wanted.build().isEmpty())
                        .map(CondaPackage::text));
    }

    private static void tell(List<String> parts, String what, Stream<String> which) {
        var told = which.collect(Collectors.joining(", "));
        if (!told.isEmpty()) {
            parts.add(what + told);
        }
    }
}

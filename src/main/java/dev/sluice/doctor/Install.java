package dev.sluice.doctor;

/** How something is installed, by its name in Debian and Ubuntu. */
final class Install {

    private Install() {}

    static String of(String... packages) {
        return "sudo apt-get install -y --no-install-recommends " + String.join(" ", packages)
                + " (or its like on a system that is not of Debian's kind)";
    }
}

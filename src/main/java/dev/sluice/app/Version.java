package dev.sluice.app;

import java.io.IOException;
import java.util.Properties;

/** Which Sluice this is. */
final class Version {

    /** As Maven has written it into the jar; {@code development} where there is none. */
    static final String OWN = read();

    private Version() {}

    /** Which of them another program is of, beside this one, in words that go on after its name. */
    static String beside(String other) {
        return other.equals(OWN)
                ? "is another build of version " + OWN + " than this"
                : "is of version " + other + ", and this of " + OWN;
    }

    private static String read() {
        var facts = new Properties();
        try (var file = Version.class.getResourceAsStream("/META-INF/maven/dev.sluice/sluice/pom.properties")) {
            if (file != null) {
                facts.load(file);
            }
        } catch (IOException unreadable) {
            return "unknown";
        }
        return facts.getProperty("version", "development");
    }
}

package dev.sluice.control.http;

import dev.sluice.control.RolloutControl;
import dev.sluice.domain.Actor;
import dev.sluice.domain.Actor.Face;
import dev.sluice.domain.Problem;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Who gives a command, why, and in what manner, as it travels: in header fields. The user does not travel: the secret is
 * in a file that only the runtime's own user can read.
 */
record Giver(Face face, String reason, Set<Manner> manners) {

    static final String FACE = "Sluice-Face";
    static final String REASON = "Sluice-Reason";

    /** What a user insists on. */
    enum Manner {
        BEYOND_CAPACITY("Sluice-Beyond-Capacity", RolloutControl::beyondCapacity),
        INSTEAD_OF_WHAT_RUNS("Sluice-Instead-Of-What-Runs", RolloutControl::insteadOfWhatRuns),
        BESIDE_WHAT_RUNS("Sluice-Beside-What-Runs", RolloutControl::besideWhatRuns);

        private final String field;
        private final UnaryOperator<RolloutControl> way;

        Manner(String field, UnaryOperator<RolloutControl> way) {
            this.field = field;
            this.way = way;
        }

        /** The header field that says so. */
        String field() {
            return field;
        }
    }

    /** The others live in the runtime's own process. */
    private static final List<Face> TRAVELLERS = List.of(Face.CLI, Face.CONSOLE);

    /** A script that says nothing about itself. */
    static final Giver SCRIPT = new Giver(Face.CLI, "", Set.of());

    /** @throws IllegalArgumentException for a face that has no business in another process */
    Giver {
        if (!TRAVELLERS.contains(face)) {
            throw new IllegalArgumentException("commands from another process come from the command line or a console");
        }
        reason = new Actor(face, "", reason).reason();
        manners = Set.copyOf(manners);
    }

    Giver because(String why) {
        return new Giver(face, why, manners);
    }

    Giver insistingOn(Manner manner) {
        var more = EnumSet.of(manner);
        more.addAll(manners);
        return new Giver(face, reason, more);
    }

    /** {@code control} for who gives the command. */
    RolloutControl at(RolloutControl control, String user) {
        var theirs = control.by(new Actor(face, user, reason));
        for (var manner : manners) {
            theirs = manner.way.apply(theirs);
        }
        return theirs;
    }

    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put(FACE, face.name().toLowerCase(Locale.ROOT));
        if (!reason.isEmpty()) {
            fields.put(REASON, URLEncoder.encode(reason, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        manners.forEach(manner -> fields.put(manner.field, "true"));
        return fields;
    }

    /**
     * @param field a header field by its name; empty if there is none
     * @throws Unheard if one of them says what none can
     */
    static Giver read(Function<String, String> field) throws Unheard {
        var manners = EnumSet.noneOf(Manner.class);
        for (var manner : Manner.values()) {
            if (isTrue(manner.field, field.apply(manner.field))) {
                manners.add(manner);
            }
        }
        return new Giver(face(field.apply(FACE)), reason(field.apply(REASON)), manners);
    }

    private static Face face(String text) throws Unheard {
        if (text.isEmpty()) {
            return SCRIPT.face;
        }
        for (var face : TRAVELLERS) {
            if (face.name().equalsIgnoreCase(text)) {
                return face;
            }
        }
        throw bad(FACE, text, "say cli or console, or leave it out");
    }

    private static String reason(String text) throws Unheard {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw bad(REASON, text, "percent-encode the reason as UTF-8");
        }
    }

    private static boolean isTrue(String name, String text) throws Unheard {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw bad(name, text, "say true, or leave it out");
        };
    }

    private static Unheard bad(String name, String text, String remedy) {
        return new Unheard(
                400,
                Problem.of(Problem.Code.BAD_VALUE, name, "\"" + text + "\" is no value of this header field", remedy));
    }
}

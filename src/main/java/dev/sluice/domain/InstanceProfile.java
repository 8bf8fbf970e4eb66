package dev.sluice.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one machine size stands for on this computer, as its user says.
 *
 * @param name of the size, in any case of letters
 */
public record InstanceProfile(String name, double cores, double memoryGiB) {

    /** How one is written. */
    public static final String FORM = "NAME=CORES,GiB, such as Standard_DS5_v2=2,4";

    private static final double MIB_PER_GIB = 1024;
    private static final double LEAST_CORES = 0.01;
    private static final double MOST_CORES = 1024;
    /** Below that Docker starts nothing. */
    private static final double LEAST_GIB = 1 / 64.0;

    private static final double MOST_GIB = 65_536;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9_.]{0,127}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6})?");

    /** @throws IllegalArgumentException with what is wrong, for people */
    public InstanceProfile {
        fault(name, number(cores), number(memoryGiB)).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
    }

    /** What is wrong with the three as they are typed, for people; empty if nothing. */
    public static Optional<String> fault(String name, String cores, String memoryGiB) {
        return faultOfName(name).or(() -> faultOfCores(cores)).or(() -> faultOfMemory(memoryGiB));
    }

    public static Optional<String> faultOfName(String name) {
        if (name.isEmpty()) {
            return Optional.of("the name of the machine size is missing");
        }
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("'" + name + "' is no name of a machine size");
    }

    public static Optional<String> faultOfCores(String cores) {
        return fault("cores", cores, LEAST_CORES, MOST_CORES);
    }

    public static Optional<String> faultOfMemory(String memoryGiB) {
        return fault("GiB of memory", memoryGiB, LEAST_GIB, MOST_GIB);
    }

    private static Optional<String> fault(String what, String typed, double least, double most) {
        if (typed.isEmpty()) {
            return Optional.of("the number of " + what + " is missing");
        }
        boolean isNumber = NUMBER.matcher(typed).matches();
        return isNumber && Double.parseDouble(typed) >= least && Double.parseDouble(typed) <= most
                ? Optional.empty()
                : Optional.of(
                        "'" + typed + "' is no number of " + what + " from " + number(least) + " to " + number(most));
    }

    /**
     * Reads {@code name=cores,GiB}.
     *
     * @throws IllegalArgumentException with what is wrong, for people
     */
    public static InstanceProfile parse(String line) {
        int sign = line.indexOf('=');
        int comma = line.indexOf(',', sign + 1);
        if (sign < 0 || comma < 0) {
            throw new IllegalArgumentException("'" + line.strip() + "' is not of the form " + FORM);
        }
        return of(line.substring(0, sign), line.substring(sign + 1, comma), line.substring(comma + 1));
    }

    /**
     * Of its three parts as they are typed.
     *
     * @throws IllegalArgumentException with what is wrong, for people
     */
    public static InstanceProfile of(String name, String cores, String memoryGiB) {
        fault(name.strip(), cores.strip(), memoryGiB.strip()).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        return new InstanceProfile(
                name.strip(), Double.parseDouble(cores.strip()), Double.parseDouble(memoryGiB.strip()));
    }

    boolean isOf(String size) {
        return name.equalsIgnoreCase(size);
    }

    /** What an instance gets: all of it, unless its own file holds it to less. */
    LocalSize of(Resources asked) {
        return new LocalSize(
                asked.cores().within(cores),
                (long) asked.memoryMiB().within(memoryGiB * MIB_PER_GIB),
                LocalSize.Origin.PROFILE);
    }

    /** The cores as one writes them. */
    public String coresInWords() {
        return number(cores);
    }

    /** The GiB as one writes them. */
    public String memoryInWords() {
        return number(memoryGiB);
    }

    /** As it is written in a line of text. */
    @Override
    public String toString() {
        return name + " = " + coresInWords() + "," + memoryInWords();
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }
}

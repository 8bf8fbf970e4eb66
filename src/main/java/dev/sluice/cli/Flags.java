package dev.sluice.cli;

import java.util.List;

/** The options that several commands take, in the cloud's words. */
final class Flags {

    static final Flag OUTPUT = Flag.oneOf(
            List.of("json", "jsonc", "yaml", "yamlc", "table", "tsv", "none"),
            "Output format. Default: json.",
            "--output",
            "-o");
    static final Flag QUERY = Flag.text("JMESPATH", "JMESPath query string. See http://jmespath.org/.", "--query");
    static final Flag QUIET = Flag.alone("Only show errors, suppressing warnings.", "--only-show-errors");
    static final Flag DEBUG = Flag.alone("Show where an unexpected failure comes from.", "--debug");
    static final Flag VERBOSE = Flag.alone("Accepted; there is nothing more to tell.", "--verbose");
    static final Flag SUBSCRIPTION =
            Flag.text("SUBSCRIPTION", "Name or ID of subscription. No effect here.", "--subscription");
    static final Flag HOME = Flag.text(
            "FOLDER",
            "The state folder. Default: $SLUICE_HOME, or sluice in the XDG state folder. Not in the cloud.",
            "--home");
    static final Flag HELP = Flag.alone("Show this help message and exit.", "--help", "-h");

    static final Flag GROUP =
            Flag.text("RESOURCE_GROUP", "Name of resource group. No effect here.", "--resource-group", "-g");
    static final Flag WORKSPACE =
            Flag.text("WORKSPACE", "Name of the Azure ML workspace. No effect here.", "--workspace-name", "-w");

    static final Flag NAME = Flag.text("NAME", "Name.", "--name", "-n");
    static final Flag ENDPOINT = Flag.text("ENDPOINT", "Name of the online endpoint.", "--endpoint-name", "-e");
    static final Flag VERSION = Flag.text("VERSION", "Version.", "--version", "-v");
    static final Flag FILE = Flag.text("FILE", "Local path to the YAML file.", "--file", "-f");
    static final Flag LOCAL = Flag.trueOrFalse("Accepted: everything here is local.", "--local");
    static final Flag NO_WAIT = Flag.alone("Do not wait for the long-running operation to finish.", "--no-wait");
    static final Flag YES = Flag.alone("Do not prompt for confirmation.", "--yes", "-y");
    static final Flag WEB = Flag.alone("No effect here: the window shows it, './sluice'.", "--web");
    static final Flag SET = Flag.texts(
            "KEY=VALUE",
            "Update an object by specifying a property path and value to set. Example: --set"
                    + " property1.property2=<value>.",
            "--set");
    static final Flag ADD = Flag.texts(
            "VALUE",
            "Add an object to a list of objects by specifying a path and key value pairs. Example: --add"
                    + " property.listProperty <key=value, string or JSON string>.",
            "--add");
    static final Flag REMOVE = Flag.texts(
            "KEY",
            "Remove a property or an element from a list. Example: --remove property.list <indexToRemove> OR --remove"
                    + " propertyToRemove.",
            "--remove");
    static final Flag FORCE_STRING = Flag.alone(
            "When using 'set' or 'add', preserve string literals instead of attempting to convert to JSON.",
            "--force-string");

    /** The cloud has no such option: it has more computers than one, and nobody who would wait for himself. */
    static final Flag INSIST = Flag.alone(
            "Do it even if it is more than this computer has, and instead of or beside what is under way. Not in the cloud.",
            "--insist");

    private Flags() {}

    /** What every command takes. */
    static List<Flag> global() {
        return List.of(OUTPUT, QUERY, QUIET, DEBUG, VERBOSE, SUBSCRIPTION, HOME, HELP);
    }

    /** {@code flag}, said of {@code what}. */
    static Flag of(Flag flag, String description) {
        return new Flag(flag.names(), flag.takes(), flag.need(), description);
    }
}

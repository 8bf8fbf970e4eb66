package dev.sluice.cli;

import picocli.AutoComplete;
import picocli.CommandLine;

/** What a shell is given so that the Tab key completes Sluice's words and options. */
public final class ShellCompletion {

    /** Bash does not look behind an alias, and zsh not with the COMPLETE_ALIASES that the rest of the script sets. */
    private static final String ALIAS_OF_THE_CLOUD = """

            # 'alias az=.../sluice' makes scripts for the cloud run here, and is completed as well.
            if [[ "$(alias az 2>/dev/null)" == *sluice* ]]; then
              complete -F _complete_sluice -o default az
            fi
            """;

    private ShellCompletion() {}

    /**
     * A script for bash and zsh.
     *
     * @param commands those that are no cloud's
     */
    public static String script(CommandLine commands) {
        CloudCommands.specs().forEach(spec -> commands.addSubcommand(spec.name(), spec));
        return AutoComplete.bash("sluice", commands) + ALIAS_OF_THE_CLOUD;
    }
}

package dev.sluice.app;

import dev.sluice.cli.ShellCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./sluice completion}: for the user's own shell, which is to learn the words of this. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script that makes the shell complete Sluice's commands and options.")
final class CompletionCommand {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "For bash. Once for all that come:",
                "./sluice completion bash > ~/.local/share/bash-completion/completions/sluice"
            })
    int bash() {
        return print();
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "For zsh. Once for all that come:",
                "./sluice completion zsh > ~/.sluice-completion, and 'source ~/.sluice-completion' in ~/.zshrc"
            })
    int zsh() {
        return print();
    }

    /** One script for both: it begins with what zsh needs to understand the rest. */
    private int print() {
        var out = spec.commandLine().getOut();
        out.print(ShellCompletion.script(Main.commandLine()));
        out.flush();
        return 0;
    }
}

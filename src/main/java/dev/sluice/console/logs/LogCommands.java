package dev.sluice.console.logs;

import dev.sluice.console.support.Command;
import dev.sluice.console.support.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be done with the lines now, by name.
 *
 * @param find brings the keyboard to the field of what is searched
 * @param copy copies the lines that are chosen, or all
 * @param export saves all that are shown
 */
record LogCommands(LogsViewModel model, LogLook look, Runnable find, Runnable copy, Runnable export) {

    List<Command> now() {
        if (model.inWords().nobodyProperty().get()) {
            return List.of();
        }
        var all = new ArrayList<Command>();
        if (!model.followingProperty().get()) {
            all.add(Command.action(Messages.of("logs.follow"), model::follow));
        }
        if (model.olderProperty().get()) {
            all.add(Command.action(Messages.of("logs.command.older"), model::readOlder));
        }
        if (!model.lines().isEmpty()) {
            all.add(Command.action(Messages.of("logs.command.find"), LogsView.FIND.getDisplayText(), find));
            all.add(Command.action(Messages.of("logs.command.copy"), LogsView.COPY.getDisplayText(), copy));
            all.add(Command.action(Messages.of("logs.command.export"), export));
            all.add(Command.action(Messages.of("logs.command.clear"), model::clear));
        }
        boolean wraps = look.wrap().get();
        all.add(Command.action(
                Messages.of(wraps ? "logs.command.no-wrap" : "logs.command.wrap"),
                () -> look.wrap().set(!wraps)));
        return all;
    }
}

package dev.sluice.app;

import picocli.CommandLine.Command;

/** What stands before a command's name in its help. Nothing of the window or the runtime comes with it. */
@Command(name = "sluice")
final class Sluice {}

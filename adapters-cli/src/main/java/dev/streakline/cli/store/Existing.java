package dev.streakline.cli.store;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.Population;
import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.Terminal;

/**
 * Requires that what a command names exists in the store; otherwise the command ends with {@link ExitCode#NOT_FOUND}.
 */
public final class Existing {

    private Existing() {}

    /** A viewer with facts. */
    public static ViewerId viewer(CommandContext context, ViewerId viewer) {
        if (context.ports().histories().history(viewer).isEmpty()) {
            throw new CommandFailedException(
                    ExitCode.NOT_FOUND,
                    "there is no viewer " + Terminal.plain(viewer.value())
                            + " in the store. 'streakline stats' lists the viewers.");
        }
        return viewer;
    }

    /** The viewers of a channel that has been ranked, as the first fold of one of its viewers does. */
    public static Population population(CommandContext context, String channel) {
        Population viewers = new Population.OfChannel(channel);
        if (context.ports().rankings().find(viewers).isEmpty()) {
            throw new CommandFailedException(
                    ExitCode.NOT_FOUND,
                    "the channel " + Terminal.plain(channel) + " was never ranked."
                            + " 'streakline stats --channels' lists the channels.");
        }
        return viewers;
    }
}

package dev.streakline.cli.store;

import dev.streakline.application.StorePorts;
import dev.streakline.application.Streakline;
import dev.streakline.application.access.CreateApiKey;
import dev.streakline.application.format.HistoryReaders;
import java.time.InstantSource;

/**
 * The dependencies of commands.
 *
 * @param streakline the application over one store
 * @param createApiKey creates API keys in that store
 * @param historyReaders reads history files of all known formats
 * @param beginning is run before the command line records facts: it sets the intake rules of a store on a person's own
 *     machine
 * @param closing closes the store
 */
public record CommandContext(
        Streakline streakline,
        CreateApiKey createApiKey,
        HistoryReaders historyReaders,
        Runnable beginning,
        Runnable closing)
        implements AutoCloseable {

    /** The ports of the store. */
    public StorePorts ports() {
        return streakline.ports();
    }

    /** The clock of the application. */
    public InstantSource clock() {
        return streakline.clock();
    }

    @Override
    public void close() {
        closing.run();
    }
}

package dev.streakline.cli.wiring;

import dev.streakline.cli.StreaklineCommand;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.store.Stores.Service;
import dev.streakline.cli.store.Stores.ServiceSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * Trains class-data sharing: starts the service over a new store, sends it one request, ends it, and prints the help.
 * The launcher lets Java archive the classes that were loaded meanwhile, so that later starts find them ready.
 */
public final class CdsTrainingRun {

    private CdsTrainingRun() {}

    /**
     * Runs in a folder, and ends the process with 0 on success. Ignores the environment, which may name the user's own
     * store.
     *
     * @param args a folder that does not exist yet
     */
    public static void main(String[] args) throws IOException {
        Main.setUp();
        StreaklineCommand.main(new String[] {"--help"}, serve(Path.of(args[0])));
    }

    /** Serves a new store in a folder until it has answered once. */
    static Stores serve(Path folder) throws IOException {
        Stores stores = new WiredStores(InstantSource.system(), Map.of());
        try (Service service = stores.serve(folder, ServiceSettings.local(0), word -> {}, line -> {});
                InputStream answer =
                        URI.create(service.address() + "/readyz").toURL().openStream()) {
            answer.readAllBytes();
        }
        return stores;
    }
}

package dev.streakline.cli.store;

import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that works with the persistent store. */
public final class StoreOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "The folder of the store (default: $STREAKLINE_DATA, else $XDG_DATA_HOME/streakline, else"
                        + " ~/.local/share/streakline).",
                "If $STREAKLINE_DATABASE_URL is set, the store is in that PostgreSQL database instead."
            })
    private @Nullable Path data;

    /** The store, made where there is none. */
    public CommandContext open(Stores stores, PrintWriter err) {
        return stores.stored(data, words(err));
    }

    /** The store, which must be there. */
    public CommandContext openExisting(Stores stores, PrintWriter err) {
        requireKept(stores);
        return open(stores, err);
    }

    /** The store or, where there is none, an empty one in memory: for commands that only read and create nothing. */
    public CommandContext openReadOnly(Stores stores, PrintWriter err) {
        return isKept(stores) ? open(stores, err) : stores.inMemory();
    }

    /** The store as a whole, made where there is none. */
    public Stores.Upkeep upkeep(Stores stores, PrintWriter err) {
        return stores.upkeep(data, words(err));
    }

    /** How this machine is. */
    public List<Stores.Finding> machine(Stores stores) {
        return stores.machine(data);
    }

    /** The store as a whole, which must be there. */
    public Stores.Upkeep upkeepKept(Stores stores, PrintWriter err) {
        requireKept(stores);
        return upkeep(stores, err);
    }

    /** Issues tokens, with a secret that is made where there is none. */
    public Stores.TokenIssuing tokens(Stores stores, PrintWriter err) {
        return stores.tokens(data, words(err));
    }

    /** The store over HTTP, made where there is none. */
    public Stores.Service serve(Stores stores, Stores.ServiceSettings settings, PrintWriter out, PrintWriter err) {
        return stores.serve(data, settings, words(err), line -> {
            out.println(line);
            out.flush();
        });
    }

    /** Whether there is a store. */
    public boolean isKept(Stores stores) {
        return stores.isKept(data);
    }

    private void requireKept(Stores stores) {
        if (!isKept(stores)) {
            throw new CommandFailedException(
                    ExitCode.NOT_FOUND, "the store does not exist yet. Import a history first: streakline import FILE");
        }
    }

    /** Takes words, a line each. */
    public static Consumer<String> words(PrintWriter err) {
        return word -> {
            err.println("streakline: " + word);
            err.flush();
        };
    }
}

package dev.streakline.cli.store;

import dev.streakline.cli.terminal.CommandFailed;
import dev.streakline.cli.terminal.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that works with the store that is kept. */
public final class StoreOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "The folder of the store (default: $STREAKLINE_DATA, else $XDG_DATA_HOME/streakline, else"
                        + " ~/.local/share/streakline).",
                "Where $STREAKLINE_DATABASE_URL names a PostgreSQL, facts and statistics are kept there instead."
            })
    private @Nullable Path data;

    /** The store, made where there is none. */
    public Program open(Programs programs, PrintWriter err) {
        return programs.stored(data, words(err));
    }

    /** The store, which must be there. */
    public Program openKept(Programs programs, PrintWriter err) {
        requireKept(programs);
        return open(programs, err);
    }

    /** The store or, where there is none, an empty one in memory: for those who only look, and make nothing. */
    public Program openToLook(Programs programs, PrintWriter err) {
        return isKept(programs) ? open(programs, err) : programs.inMemory();
    }

    /** The store as a whole, made where there is none. */
    public Programs.Upkeep upkeep(Programs programs, PrintWriter err) {
        return programs.upkeep(data, words(err));
    }

    /** How this machine is. */
    public List<Programs.Finding> machine(Programs programs) {
        return programs.machine(data);
    }

    /** The store as a whole, which must be there. */
    public Programs.Upkeep upkeepKept(Programs programs, PrintWriter err) {
        requireKept(programs);
        return upkeep(programs, err);
    }

    /** Issues tokens, with a secret that is made where there is none. */
    public Programs.Tokens tokens(Programs programs, PrintWriter err) {
        return programs.tokens(data, words(err));
    }

    /** The store over HTTP, made where there is none. */
    public Programs.Service serve(
            Programs programs, Programs.ServiceSettings settings, PrintWriter out, PrintWriter err) {
        return programs.serve(data, settings, words(err), line -> {
            out.println(line);
            out.flush();
        });
    }

    /** Whether there is a store. */
    public boolean isKept(Programs programs) {
        return programs.isKept(data);
    }

    private void requireKept(Programs programs) {
        if (!isKept(programs)) {
            throw new CommandFailed(
                    ExitCode.NOT_FOUND, "nothing is kept here yet. Take a history in first: streakline import FILE");
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

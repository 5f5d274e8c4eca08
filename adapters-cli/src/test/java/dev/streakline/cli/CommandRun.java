package dev.streakline.cli;

import dev.streakline.cli.store.Stores;
import dev.streakline.cli.wiring.WiredStores;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * One run of the program in this process; unless another one is given, its clock is fixed at 2026-05-10T12:00:00Z.
 *
 * @param exitCode the exit code that the process would have had
 * @param out what it printed
 * @param err what it reported
 */
record CommandRun(int exitCode, String out, String err) {

    /** When every command runs. */
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-10T12:00:00Z"));

    /** Where no store is. */
    private static final Map<String, String> NOTHING_KEPT = Map.of("STREAKLINE_DATA", "target/nothing-kept");

    static CommandRun of(String... args) {
        return in(NOTHING_KEPT, args);
    }

    /** A run without a store, by another clock. */
    static CommandRun by(InstantSource clock, String... args) {
        return in(NOTHING_KEPT, clock, args);
    }

    /** A run in an environment. */
    static CommandRun in(Map<String, String> environment, String... args) {
        return in(environment, CLOCK, args);
    }

    /** A run in an environment, by another clock. */
    static CommandRun in(Map<String, String> environment, InstantSource clock, String... args) {
        return with(new WiredStores(clock, environment), environment, args);
    }

    /** A run of other programs. */
    static CommandRun with(Stores stores, Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = StreaklineCommand.run(args, new PrintWriter(out), new PrintWriter(err), environment, stores);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}

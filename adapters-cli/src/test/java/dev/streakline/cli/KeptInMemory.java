package dev.streakline.cli;

import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.wiring.WiredStores;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A store in memory that commands find again, as they find one on a disk. */
final class KeptInMemory implements Stores {

    private final Stores others;
    private final CommandContext kept;

    /** An empty store with this clock. */
    KeptInMemory(InstantSource clock) {
        this.others = new WiredStores(clock, Map.of());
        this.kept = others.inMemory();
    }

    /** Runs a command on this store. */
    CommandRun run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = StreaklineCommand.run(args, new PrintWriter(out), new PrintWriter(err), Map.of(), this);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    @Override
    public CommandContext inMemory() {
        return others.inMemory();
    }

    @Override
    public CommandContext stored(@Nullable Path data, Consumer<String> notices) {
        return kept;
    }

    @Override
    public boolean isKept(@Nullable Path data) {
        return true;
    }

    @Override
    public Path demoFolder(@Nullable Path data) {
        return others.demoFolder(data);
    }

    @Override
    public List<Finding> machine(@Nullable Path data) {
        return others.machine(data);
    }

    @Override
    public Upkeep upkeep(@Nullable Path data, Consumer<String> notices) {
        throw new UnsupportedOperationException("there is nothing to look after");
    }

    @Override
    public TokenIssuing tokens(@Nullable Path data, Consumer<String> notices) {
        return others.tokens(data, notices);
    }

    @Override
    public Service serve(
            @Nullable Path data, ServiceSettings settings, Consumer<String> notices, Consumer<String> log) {
        throw new UnsupportedOperationException("nobody serves it");
    }
}

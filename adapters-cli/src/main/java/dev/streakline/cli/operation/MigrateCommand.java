package dev.streakline.cli.operation;

import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.OutputOptions;
import dev.streakline.cli.terminal.ProgramVersion;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings the schema of the store up to date. */
@Command(
        name = "migrate",
        description = {
            "Migrate the tables of the store to this version.",
            "Every command that writes to the store migrates it first. Use this command to migrate "
                    + "separately, or as another database role. Several may run at once."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "3:the configuration is wrong",
            "4:with --dry-run, the store does not exist",
            "69:the database cannot be reached"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  streakline migrate --dry-run",
            "  STREAKLINE_DATABASE_URL=postgresql://owner@db/media streakline migrate"
        })
public final class MigrateCommand implements Callable<Integer> {

    @Option(names = "--dry-run", description = "List the pending migrations, and change nothing.")
    private boolean dryRun;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Stores stores;

    public MigrateCommand(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Integer call() {
        try (Stores.Upkeep upkeep =
                dryRun ? store.upkeepKept(stores, output.err()) : store.upkeep(stores, output.err())) {
            List<String> pending = upkeep.pendingMigrations();
            if (!dryRun) {
                upkeep.migrate();
            }
            String done = dryRun ? "pending" : "done";
            output.print(
                    new Migrated(dryRun ? List.of() : pending, dryRun ? pending : List.of()),
                    pending.isEmpty() ? "up to date" : String.join(System.lineSeparator(), prefixed(done, pending)));
            return ExitCode.DONE.number();
        }
    }

    private static List<String> prefixed(String word, List<String> lines) {
        return lines.stream().map(line -> word + "  " + line).toList();
    }

    /** The output of {@code --json}. */
    private record Migrated(List<String> done, List<String> pending) {}
}

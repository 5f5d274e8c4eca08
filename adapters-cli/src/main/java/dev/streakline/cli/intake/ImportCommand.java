package dev.streakline.cli.intake;

import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.history.StoreFullException;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.cli.option.ZoneConverter;
import dev.streakline.cli.recalculation.FoldSummary;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.OutputOptions;
import dev.streakline.cli.terminal.ProgramVersion;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes histories into the store. */
@Command(
        name = "import",
        description = {
            "Import history files into the store and update the statistics.",
            "Reads what 'streakline stats' reads: Netflix, Trakt, YouTube and Streakline events.",
            "Nothing is counted twice. Run the command again after a crash, or with a later "
                    + "download of the same history: it adds only what is new, even if titles were "
                    + "translated, renamed or removed."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, even if some lines were rejected",
            "1:a file could not be read to its end, or none of its lines was accepted; the rest is stored",
            "2:the command line is invalid, or lacks --as, --date-order or --zone",
            "4:a file does not exist; the others are stored",
            "5:a newer version of Streakline uses this store; the facts are stored",
            "69:the database cannot be reached; run it again",
            "73:the disk of the store is full; make room and run it again"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  streakline import ViewingActivity.csv --zone Europe/Berlin",
            "  streakline import watched-history-*.json --as ada",
            "  streakline import events.ndjson.gz --dry-run --json",
            "  streakline dump | streakline import - --data /mnt/backup"
        })
public final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "History files; - for standard input.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final ReadingOptions readingOptions = new ReadingOptions();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = ZoneConverter.class,
            description = "The zone of viewers without a known zone, and of times without a zone, such as"
                    + " Europe/Berlin.")
    private @Nullable ZoneId zone;

    @Option(names = "--dry-run", description = "Report what would be stored, and store nothing.")
    private boolean dryRun;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Stores stores;

    public ImportCommand(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Integer call() throws HistoryUnreadableException {
        return dryRun ? trial() : takeIn();
    }

    private int takeIn() throws HistoryUnreadableException {
        try (CommandContext context = store.open(stores, output.err())) {
            context.beginning().run();
            Intake intake = Intake.into(context);
            try {
                return takeIn(context, intake);
            } catch (StoreFullException full) {
                IntakeSummary done = intake.summary();
                throw new CommandFailedException(
                        ExitCode.STORE_FULL,
                        full.getMessage() + " Of the entries read so far, " + done.accepted() + " are stored, and "
                                + done.duplicate() + " were already known.");
            }
        }
    }

    private int takeIn(CommandContext context, Intake intake) throws HistoryUnreadableException {
        ExitCode code;
        try {
            code = readingOptions.readAll(files, intake, context.clock(), zone, output.err());
        } catch (HistoryUnreadableException unreadable) {
            fold(context); // Plays from other files count.
            throw unreadable;
        }
        ZonesOfViewers zones = new ZonesOfViewers(context, intake.viewers());
        if (zone != null) {
            zones.name(zone);
        }
        FoldSummary folded = FoldSummary.of(fold(context));
        output.print(new Imported(intake.summary(), folded), folded.text());
        if (!readingOptions.progress().isQuiet()) {
            zones.notice().ifPresent(output.err()::println);
        }
        return code.number();
    }

    private Statistics.RefreshSummary fold(CommandContext context) {
        return readingOptions
                .progress()
                .refresh(context, new Selection.Due(context.clock().instant()), output.err());
    }

    private int trial() throws HistoryUnreadableException {
        try (CommandContext context = store.openReadOnly(stores, output.err());
                CommandContext trial = stores.inMemory()) {
            Intake intake = Intake.trying(context, trial);
            ExitCode code = readingOptions.readAll(files, intake, context.clock(), zone, output.err());
            output.print(new Imported(intake.summary(), null), "nothing was stored: --dry-run");
            return code.number();
        }
    }

    /** The output of {@code --json}. */
    private record Imported(IntakeSummary summary, @Nullable FoldSummary folded) {}
}

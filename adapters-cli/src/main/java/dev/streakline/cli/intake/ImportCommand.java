package dev.streakline.cli.intake;

import dev.streakline.application.history.StoreFull;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.cli.format.HistoryUnreadable;
import dev.streakline.cli.option.ZoneOption;
import dev.streakline.cli.recalculation.FoldSummary;
import dev.streakline.cli.store.Program;
import dev.streakline.cli.store.Programs;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.terminal.Answering;
import dev.streakline.cli.terminal.CommandFailed;
import dev.streakline.cli.terminal.ExitCode;
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
            "Import history files into the store and recalculate the statistics of their viewers.",
            "",
            "Reads what 'streakline stats' reads: Netflix, Trakt, YouTube, Streakline events.",
            "Nothing is counted twice: running it again, also after a crash, adds what is",
            "missing and no more. A later download of a file adds only what is new in it,",
            "also when titles were translated, renamed or removed."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also when some lines were rejected",
            "1:a file could not be read to its end, or nothing of it could be taken; the rest is kept",
            "2:the command line was not understood, or lacks --as, --date-order or --zone",
            "4:there is no such file; what others brought is kept",
            "5:a newer version of Streakline folds here; the facts are kept",
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

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Histories; - for standard input.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = ZoneOption.class,
            description =
                    "The zone of viewers of whom none is known yet, such as Europe/Berlin, and of times that do not"
                            + " say theirs.")
    private @Nullable ZoneId zone;

    @Option(names = "--dry-run", description = "Say what would become of the lines, and keep nothing.")
    private boolean dryRun;

    @Mixin
    private final Answering answering = new Answering();

    private final Programs programs;

    public ImportCommand(Programs programs) {
        this.programs = programs;
    }

    @Override
    public Integer call() throws HistoryUnreadable {
        return dryRun ? trial() : takeIn();
    }

    private int takeIn() throws HistoryUnreadable {
        try (Program program = store.open(programs, answering.err())) {
            program.beginning().run();
            Intake intake = Intake.into(program);
            try {
                return takeIn(program, intake);
            } catch (StoreFull full) {
                IntakeSummary done = intake.summary();
                throw new CommandFailed(
                        ExitCode.STORE_FULL,
                        full.getMessage() + " Of the entries read so far " + done.accepted()
                                + " were stored and stay, and " + done.duplicate() + " were known already.");
            }
        }
    }

    private int takeIn(Program program, Intake intake) throws HistoryUnreadable {
        ExitCode code;
        try {
            code = reading.readAll(files, intake, program.clock(), zone, answering.err());
        } catch (HistoryUnreadable unreadable) {
            fold(program); // What other files brought counts.
            throw unreadable;
        }
        ZonesOfViewers zones = new ZonesOfViewers(program, intake.viewers());
        if (zone != null) {
            zones.name(zone);
        }
        FoldSummary folded = FoldSummary.of(fold(program));
        answering.print(new Imported(intake.summary(), folded), folded.text());
        if (!reading.progress().isQuiet()) {
            zones.notice().ifPresent(answering.err()::println);
        }
        return code.number();
    }

    private Statistics.Kept fold(Program program) {
        return reading.progress()
                .keep(program, new Selection.Due(program.clock().instant()), answering.err());
    }

    private int trial() throws HistoryUnreadable {
        try (Program program = store.openToLook(programs, answering.err());
                Program trial = programs.inMemory()) {
            Intake intake = Intake.trying(program, trial);
            ExitCode code = reading.readAll(files, intake, program.clock(), zone, answering.err());
            answering.print(new Imported(intake.summary(), null), "nothing was kept: --dry-run");
            return code.number();
        }
    }

    /** What {@code --json} prints. */
    private record Imported(IntakeSummary summary, @Nullable FoldSummary folded) {}
}

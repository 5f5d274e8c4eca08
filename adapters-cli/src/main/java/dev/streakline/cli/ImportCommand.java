package dev.streakline.cli;

import dev.streakline.application.history.Selection;
import dev.streakline.application.history.Statistics;
import dev.streakline.cli.history.HistoryUnreadable;
import dev.streakline.cli.history.Reach;
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
            "Takes the histories in FILEs into the store and folds the statistics of their viewers.",
            "",
            "Reads what 'streakline stats' reads, plain, gzip or in a zip: Netflix, Trakt, YouTube, Streakline events.",
            "Nothing is counted twice: running it again, also after a crash, adds what is missing and no more."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Streakline.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also when some lines were rejected",
            "1:a file could not be read to its end; what was read is kept",
            "2:the command line was not understood, or lacks --as or --date-order",
            "4:there is no such file; what others brought is kept",
            "5:a newer version of Streakline folds here; the facts are kept",
            "69:the database cannot be reached or is full; run it again"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  streakline import ViewingActivity.csv",
            "  streakline import watched-history-*.json --as ada",
            "  streakline import events.ndjson.gz --dry-run --json",
            "  streakline dump | streakline import - --data /mnt/backup"
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Histories; - for standard input.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final ReadingOptions reading = new ReadingOptions();

    @Option(names = "--dry-run", description = "Say what would become of the lines, and keep nothing.")
    private boolean dryRun;

    @Mixin
    private final Answering answering = new Answering();

    private final Programs programs;

    ImportCommand(Programs programs) {
        this.programs = programs;
    }

    @Override
    public Integer call() throws HistoryUnreadable {
        return dryRun ? trial() : takeIn();
    }

    private int takeIn() throws HistoryUnreadable {
        try (Program program = store.open(programs, answering.err())) {
            Intake intake = Intake.into(program);
            Reach reach;
            try {
                reach = reading.readAll(files, intake, program.clock(), answering.err());
            } catch (HistoryUnreadable unreadable) {
                fold(program); // What other files brought counts.
                throw unreadable;
            }
            Statistics.Kept kept = fold(program);
            answering.print(
                    new Imported(intake.summary(), RecalculateCommand.Folded.of(kept)), RecalculateCommand.text(kept));
            return ended(reach);
        }
    }

    private Statistics.Kept fold(Program program) {
        return reading.progress()
                .keep(program, new Selection.Due(program.clock().instant()), answering.err());
    }

    private int trial() throws HistoryUnreadable {
        try (Program program = store.openToLook(programs, answering.err());
                Program trial = programs.inMemory()) {
            Intake intake = Intake.trying(program, trial);
            Reach reach = reading.readAll(files, intake, program.clock(), answering.err());
            answering.print(new Imported(intake.summary(), null), "nothing was kept: --dry-run");
            return ended(reach);
        }
    }

    private static int ended(Reach reach) {
        return (reach == Reach.TO_THE_END ? ExitCode.DONE : ExitCode.FAILED).number();
    }

    /** What {@code --json} prints. */
    private record Imported(Intake.Summary summary, RecalculateCommand.@Nullable Folded folded) {}
}

package dev.streakline.cli.recalculation;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.cli.option.IdentifierOption;
import dev.streakline.cli.option.ViewerOption;
import dev.streakline.cli.store.Existing;
import dev.streakline.cli.store.Program;
import dev.streakline.cli.store.Programs;
import dev.streakline.cli.store.ProgressOptions;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.terminal.Answering;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.ProgramVersion;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Folds viewers and keeps what comes out. */
@Command(
        name = "recalculate",
        description = {
            "Folds the statistics of viewers from their facts, and keeps what differs.",
            "Of those who are due, unless told otherwise: who has new facts, whose statistics time has changed,",
            "and whom other policies or an older version have folded. Ranks what they touched."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "4:there is no such viewer, channel or store",
            "5:a newer version of Streakline folds here",
            "69:the database cannot be reached; what was folded is kept, run it again",
            "73:the disk of the store is full; what was folded is kept"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  streakline recalculate",
            "  streakline recalculate --all --json",
            "  streakline recalculate --channel chess-live",
            "  streakline recalculate --viewer ada --dry-run"
        })
public final class RecalculateCommand implements Callable<Integer> {

    @ArgGroup
    private @Nullable Who who;

    /** Whom to fold. */
    private static final class Who {
        @Option(
                names = "--viewer",
                paramLabel = "ID",
                converter = ViewerOption.class,
                description = "Only this viewer.")
        private @Nullable ViewerId viewer;

        @Option(
                names = "--channel",
                paramLabel = "CHANNEL",
                converter = IdentifierOption.class,
                description = "The viewers of this channel, by its id, and the channel is ranked anew.")
        private @Nullable String channel;

        @Option(names = "--all", description = "Everybody.")
        private boolean all;
    }

    @Option(names = "--dry-run", description = "Say whose statistics are not what their facts give, and keep nothing.")
    private boolean dryRun;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    @Mixin
    private final Answering answering = new Answering();

    private final Programs programs;

    public RecalculateCommand(Programs programs) {
        this.programs = programs;
    }

    @Override
    public Integer call() {
        try (Program program = store.openKept(programs, answering.err())) {
            Selection which = which(program);
            if (dryRun) {
                Statistics.Comparison found = progress.verify(program, which, answering.err());
                requireKnown(program, which);
                VerifyCommand.print(answering, found);
            } else {
                Statistics.Kept kept = progress.keep(program, which, answering.err());
                requireKnown(program, which);
                FoldSummary summary = FoldSummary.of(kept);
                answering.print(summary, summary.text());
            }
            return ExitCode.DONE.number();
        }
    }

    private Selection which(Program program) {
        if (who != null && who.viewer != null) {
            return new Selection.One(Existing.viewer(program, who.viewer));
        }
        if (who != null && who.channel != null) {
            return new Selection.OnChannel(who.channel);
        }
        return who != null && who.all
                ? new Selection.All()
                : new Selection.Due(program.clock().instant());
    }

    /** A channel is known by its ranking, which the first fold of a viewer of it makes. */
    private static void requireKnown(Program program, Selection which) {
        if (which instanceof Selection.OnChannel on) {
            Existing.population(program, on.channel());
        }
    }
}

package dev.streakline.cli;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Selection;
import dev.streakline.application.history.Statistics;
import java.util.Locale;
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
        versionProvider = Streakline.Version.class,
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
final class RecalculateCommand implements Callable<Integer> {

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

    RecalculateCommand(Programs programs) {
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
                answering.print(Folded.of(kept), text(kept));
            }
            return ExitCode.DONE.number();
        }
    }

    private Selection which(Program program) {
        if (who != null && who.viewer != null) {
            return new Selection.One(known(program, who.viewer));
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
            RankingCommand.known(program, on.channel());
        }
    }

    /** The viewer, of whom there must be facts. */
    static ViewerId known(Program program, ViewerId viewer) {
        if (program.histories().history(viewer).isEmpty()) {
            throw new CommandFailed(
                    ExitCode.NOT_FOUND,
                    "there is no viewer " + Terminal.plain(viewer.value())
                            + " in the store. 'streakline stats' says who there is.");
        }
        return viewer;
    }

    /** What was done, for people. */
    static String text(Statistics.Kept kept) {
        return String.format(
                Locale.ROOT,
                "folded %,d viewers: %,d changed, %,d achievements recorded",
                kept.viewers(),
                kept.changed(),
                kept.announced());
    }

    /** What {@code --json} prints. */
    record Folded(int viewers, int changed, int announced) {
        static Folded of(Statistics.Kept kept) {
            return new Folded(kept.viewers(), kept.changed(), kept.announced());
        }
    }
}

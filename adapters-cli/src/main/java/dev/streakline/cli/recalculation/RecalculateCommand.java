package dev.streakline.cli.recalculation;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.cli.option.IdentifierConverter;
import dev.streakline.cli.option.ViewerConverter;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.store.Existing;
import dev.streakline.cli.store.ProgressOptions;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.OutputOptions;
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
            "Recalculate statistics and rankings from the facts.",
            "Without an option, recalculates the viewers who are due: those with new facts, those "
                    + "whose statistics change with time, and those whose statistics were calculated with other "
                    + "policies or an older version."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "4:the viewer, the channel or the store does not exist",
            "5:a newer version of Streakline uses this store",
            "69:the database cannot be reached; run the command again to continue",
            "73:the disk of the store is full; completed work is stored"
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
    private @Nullable SelectedViewers viewers;

    /** The viewers to fold. */
    private static final class SelectedViewers {
        @Option(
                names = "--viewer",
                paramLabel = "ID",
                converter = ViewerConverter.class,
                description = "Recalculate only this viewer.")
        private @Nullable ViewerId viewer;

        @Option(
                names = "--channel",
                paramLabel = "CHANNEL",
                converter = IdentifierConverter.class,
                description = "Recalculate the viewers of this channel, and rank the channel from scratch.")
        private @Nullable String channel;

        @Option(names = "--all", description = "Recalculate all viewers.")
        private boolean all;
    }

    @Option(names = "--dry-run", description = "Report whose statistics would change, and change nothing.")
    private boolean dryRun;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Stores stores;

    public RecalculateCommand(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Integer call() {
        try (CommandContext context = store.openExisting(stores, output.err())) {
            Selection selection = which(context);
            if (dryRun) {
                Statistics.StoreComparison found = progress.verify(context, selection, output.err());
                requireKnown(context, selection);
                VerifyCommand.print(output, found);
            } else {
                Statistics.RefreshSummary refreshed = progress.refresh(context, selection, output.err());
                requireKnown(context, selection);
                FoldSummary summary = FoldSummary.of(refreshed);
                output.print(summary, summary.text());
            }
            return ExitCode.DONE.number();
        }
    }

    private Selection which(CommandContext context) {
        if (viewers != null && viewers.viewer != null) {
            return new Selection.One(Existing.viewer(context, viewers.viewer));
        }
        if (viewers != null && viewers.channel != null) {
            return new Selection.WatchersOf(viewers.channel);
        }
        return viewers != null && viewers.all
                ? new Selection.All()
                : new Selection.Due(context.clock().instant());
    }

    /** A channel is known by its ranking, which the first fold of a viewer of it makes. */
    private static void requireKnown(CommandContext context, Selection selection) {
        selection.channelToRebuild().ifPresent(channel -> Existing.population(context, channel));
    }
}

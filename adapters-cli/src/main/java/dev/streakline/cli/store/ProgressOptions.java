package dev.streakline.cli.store;

import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.application.statistics.Statistics.SetAside;
import dev.streakline.cli.terminal.Progress;
import dev.streakline.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Option;

/** The option of every command that takes long, which sets how the command reports progress. */
public final class ProgressOptions {

    @Option(
            names = {"-q", "--quiet"},
            description = "Print no progress and no summary on standard error.")
    private boolean quiet;

    public boolean isQuiet() {
        return quiet;
    }

    public Progress.Style manner() {
        return quiet ? Progress.Style.QUIET : Terminal.manner();
    }

    /** Folds viewers and stores the results, then warns of viewers whose last fold failed. */
    public Statistics.RefreshSummary refresh(CommandContext context, Selection selection, PrintWriter err) {
        Statistics.RefreshSummary summary;
        try (Progress progress = ofViewers(context, err)) {
            summary = context.streakline()
                    .refreshStatistics()
                    .refresh(selection, listener(progress, total(context, selection)));
        }
        warnOfFailures(context.ports().statistics().failing(), err);
        return summary;
    }

    private static void warnOfFailures(List<SetAside> failing, PrintWriter err) {
        if (!failing.isEmpty()) {
            err.printf(
                    "streakline: the recalculation of %,d %s failed; the first is %s. It is tried again later."
                            + " 'streakline doctor' gives the reason.%n",
                    failing.size(),
                    failing.size() == 1 ? "viewer" : "viewers",
                    Terminal.plain(failing.get(0).viewer().value()));
        }
    }

    /** Folds viewers and compares the results with the stored statistics. */
    public Statistics.StoreComparison verify(CommandContext context, Selection selection, PrintWriter err) {
        try (Progress progress = ofViewers(context, err)) {
            return context.streakline()
                    .refreshStatistics()
                    .verify(selection, listener(progress, total(context, selection)));
        }
    }

    private Progress ofViewers(CommandContext context, PrintWriter err) {
        return Progress.ofItems(context.clock(), err, manner(), "viewers recalculated");
    }

    private long total(CommandContext context, Selection selection) {
        return selection.equals(new Selection.All()) && !quiet
                ? context.ports().histories().viewers().size()
                : 0;
    }

    private static RefreshStatistics.ProgressListener listener(Progress progress, long total) {
        return folded -> {
            synchronized (progress) {
                progress.reached(folded, total);
            }
        };
    }
}

package dev.streakline.cli.store;

import dev.streakline.application.statistics.KeepStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.application.statistics.Statistics.SetAside;
import dev.streakline.cli.terminal.Progress;
import dev.streakline.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Option;

/** The option of every command that takes long, and how it says how far it has come. */
public final class ProgressOptions {

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no summary on standard error.")
    private boolean quiet;

    public boolean isQuiet() {
        return quiet;
    }

    public Progress.Manner manner() {
        return quiet ? Progress.Manner.QUIET : Terminal.manner();
    }

    /** Folds viewers and keeps what comes out, then warns of viewers whose last fold failed. */
    public Statistics.Kept keep(Program program, Selection which, PrintWriter err) {
        Statistics.Kept kept;
        try (Progress progress = ofViewers(program, err)) {
            kept = program.keeping().keep(which, told(progress, total(program, which)));
        }
        warnOfFailures(program.statistics().failing(), err);
        return kept;
    }

    private static void warnOfFailures(List<SetAside> failing, PrintWriter err) {
        if (!failing.isEmpty()) {
            err.printf(
                    "streakline: %,d %s not recalculated, because it failed; the first is %s. It is tried again later."
                            + " 'streakline doctor' gives the reason.%n",
                    failing.size(),
                    failing.size() == 1 ? "viewer was" : "viewers were",
                    Terminal.plain(failing.get(0).viewer().value()));
        }
    }

    /** Folds viewers and compares what comes out with what is kept. */
    public Statistics.Comparison verify(Program program, Selection which, PrintWriter err) {
        try (Progress progress = ofViewers(program, err)) {
            return program.keeping().verify(which, told(progress, total(program, which)));
        }
    }

    private Progress ofViewers(Program program, PrintWriter err) {
        return Progress.ofItems(program.clock(), err, manner(), "viewers folded");
    }

    private long total(Program program, Selection which) {
        return which instanceof Selection.All && !quiet
                ? program.histories().viewers().size()
                : 0;
    }

    private static KeepStatistics.Folded told(Progress progress, long total) {
        return folded -> {
            synchronized (progress) {
                progress.reached(folded, total);
            }
        };
    }
}

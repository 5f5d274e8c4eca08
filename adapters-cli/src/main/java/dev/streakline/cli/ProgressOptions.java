package dev.streakline.cli;

import dev.streakline.application.history.KeepStatistics;
import dev.streakline.application.history.Selection;
import dev.streakline.application.history.Statistics;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The option of every command that takes long, and how it says how far it has come. */
final class ProgressOptions {

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no summary on standard error.")
    private boolean quiet;

    boolean isQuiet() {
        return quiet;
    }

    Progress.Manner manner() {
        return quiet ? Progress.Manner.QUIET : Terminal.manner();
    }

    /** Folds viewers and keeps what comes out. */
    Statistics.Kept keep(Program program, Selection which, PrintWriter err) {
        try (Progress progress = ofViewers(program, err)) {
            return program.keeping().keep(which, told(progress, total(program, which)));
        }
    }

    /** Folds viewers and compares what comes out with what is kept. */
    Statistics.Comparison verify(Program program, Selection which, PrintWriter err) {
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

package dev.streakline.cli.recalculation;

import dev.streakline.application.statistics.Statistics;
import dev.streakline.cli.terminal.Terminal;
import java.util.Locale;

/**
 * The counts of a recalculation; the output of {@code --json}.
 *
 * @param viewers how many were folded
 * @param changed how many of them have other statistics than before
 * @param announced how many achievements were recorded
 */
public record FoldSummary(int viewers, int changed, int announced) {

    public static FoldSummary of(Statistics.RefreshSummary summary) {
        return new FoldSummary(summary.viewers(), summary.changed(), summary.announced());
    }

    /** For people. */
    public String text() {
        return "recalculated " + Terminal.count(viewers, "viewer") + ": "
                + String.format(Locale.ROOT, "%,d changed, ", changed)
                + Terminal.count(announced, "achievement") + " announced";
    }
}

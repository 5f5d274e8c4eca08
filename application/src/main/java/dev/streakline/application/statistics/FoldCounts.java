package dev.streakline.application.statistics;

/**
 * What was folded since a program was started.
 *
 * @param folds how often anybody was folded
 * @param viewers how many viewers were folded, each as often as it happened
 * @param changed for how many of them something else was stored
 * @param announced how many achievements were recorded
 */
public record FoldCounts(long folds, long viewers, long changed, long announced) {

    /** Nothing was folded. */
    public static final FoldCounts NOTHING = new FoldCounts(0, 0, 0, 0);

    /** These and the counts of one more refresh. */
    public FoldCounts plus(Statistics.RefreshSummary summary) {
        return new FoldCounts(
                folds + (summary.viewers() > 0 ? 1 : 0),
                viewers + summary.viewers(),
                changed + summary.changed(),
                announced + summary.announced());
    }
}

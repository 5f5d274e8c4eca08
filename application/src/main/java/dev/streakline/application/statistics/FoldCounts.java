package dev.streakline.application.statistics;

/**
 * Counts of the folds since a program was started.
 *
 * @param folds how many folds there were
 * @param viewers how many viewers were folded, counting repeated folds of one viewer
 * @param changed how many of these folds changed the stored statistics
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

package dev.streakline.application.statistics;

import dev.streakline.application.fact.Zones;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.statistics.Fold;
import java.util.Comparator;

/**
 * The version of the fold: equal versions give equal statistics for equal facts and policies. Of two revisions the
 * greater is newer, then the later time-zone data.
 *
 * @param revision of the fold, 1 or more
 * @param timeZoneData the version of the time-zone data, such as {@code 2025a}
 */
public record FoldVersion(int revision, String timeZoneData) implements Comparable<FoldVersion> {

    private static final Comparator<FoldVersion> OLDEST_FIRST = Comparator.comparingInt(FoldVersion::revision)
            .thenComparing(FoldVersion::timeZoneData, NameIndex.CODE_POINT_ORDER);

    /** The version of this program on this runtime. */
    public static FoldVersion ofThisRuntime() {
        return new FoldVersion(Fold.REVISION, Zones.dataVersion());
    }

    @Override
    public int compareTo(FoldVersion other) {
        return OLDEST_FIRST.compare(this, other);
    }

    @Override
    public String toString() {
        return "fold " + revision + ", time zones " + timeZoneData;
    }
}

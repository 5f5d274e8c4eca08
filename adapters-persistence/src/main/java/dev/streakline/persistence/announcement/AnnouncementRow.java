package dev.streakline.persistence.announcement;

import dev.streakline.application.announcement.PercentileRanked;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.lifetime.BadgeUnlock;
import dev.streakline.domain.milestone.Achievement;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.persistence.rows.Columns;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code announcement}, whose comments describe its columns.
 *
 * @param happenedAt microseconds since 1970, as the other instants
 */
public record AnnouncementRow(
        long viewerKey,
        Kind kind,
        long channelKey,
        String name,
        int threshold,
        long night,
        @Nullable String tier,
        long happenedAt,
        Precision precision,
        long recordedAt) {

    private static final Columns<AnnouncementRow> COLUMNS = new Columns<AnnouncementRow>()
            .with("viewer_key", "int8", AnnouncementRow::viewerKey)
            .with("kind", "text", row -> row.kind.code)
            .with("channel_key", "int8", AnnouncementRow::channelKey)
            .with("name", "text", AnnouncementRow::name)
            .with("threshold", "int4", AnnouncementRow::threshold)
            .with("night", "int8", AnnouncementRow::night)
            .with("tier", "text", AnnouncementRow::tier)
            .with("happened_at", "int8", AnnouncementRow::happenedAt)
            .with("precision", "text", row -> row.precision.code())
            .with("recorded_at", "int8", AnnouncementRow::recordedAt);

    /** What was achieved. */
    enum Kind {
        MILESTONE("milestone"),
        BADGE("badge"),
        RANK("rank");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The code that the column contains. */
        String code() {
            return code;
        }
    }

    /** The row of a milestone. */
    public static AnnouncementRow of(long viewerKey, Achievement achievement, Instant now) {
        return new AnnouncementRow(
                viewerKey,
                Kind.MILESTONE,
                0,
                achievement.measure().code(),
                achievement.rung().threshold(),
                0,
                achievement.rung().tier().code(),
                EpochMicros.of(achievement.achievedAt()),
                achievement.precision(),
                EpochMicros.of(now));
    }

    /** The row of a badge on a channel. */
    public static AnnouncementRow of(long viewerKey, long channelKey, BadgeUnlock unlock, Instant now) {
        return new AnnouncementRow(
                viewerKey,
                Kind.BADGE,
                channelKey,
                unlock.badge().code(),
                0,
                0,
                null,
                EpochMicros.of(unlock.at()),
                unlock.precision(),
                EpochMicros.of(now));
    }

    /**
     * The row of a {@link PercentileRanked rank}.
     *
     * @param channelKey 0 for the whole deployment
     * @param night the UTC day of the ranking that found it
     */
    public static AnnouncementRow of(long viewerKey, long channelKey, Metric metric, int topPercent, Instant night) {
        long at = EpochMicros.of(night);
        return new AnnouncementRow(
                viewerKey, Kind.RANK, channelKey, metric.code(), topPercent, at, null, at, Precision.INSTANT, at);
    }

    /** Whether it is a milestone. */
    public boolean isMilestone() {
        return kind == Kind.MILESTONE;
    }

    /** Writes rows of viewers without any announcement before. */
    public static void copyFirst(Handle handle, List<AnnouncementRow> rows) throws SQLException {
        if (!rows.isEmpty()) {
            COLUMNS.copyInto(handle, "announcement", rows);
        }
    }

    /** Writes the rows whose key is not in the table; returns how many milestones are among them. */
    public static int insertNew(Handle handle, List<AnnouncementRow> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        return COLUMNS.bind(
                        handle.createQuery("with added as ("
                                + COLUMNS.insertInto("announcement")
                                + " on conflict do nothing returning kind)"
                                + " select count(*) from added where kind = 'milestone'"),
                        rows)
                .mapTo(Integer.class)
                .one();
    }
}

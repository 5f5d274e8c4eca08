package dev.streakline.persistence.statistics;

import dev.streakline.application.lifetime.BadgeUnlocked;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.lifetime.BadgeUnlock;
import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.milestone.Achievement;
import dev.streakline.domain.statistics.FoldResult;
import dev.streakline.persistence.name.DenseKeys;
import dev.streakline.persistence.rows.Columns;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a fold found of one viewer that is recorded unless it has been. */
record Announcements(List<Achieved> achievements, List<Unlocked> badges) {

    private static final Columns<Achieved> ACHIEVEMENTS = new Columns<Achieved>()
            .with("viewer_key", "int8", Achieved::viewerKey)
            .with("measure", "text", row -> row.achievement().measure().code())
            .with("threshold", "int4", row -> row.achievement().rung().threshold())
            .with("tier", "text", row -> row.achievement().rung().tier().code())
            .with("achieved_at", "int8", row -> EpochMicros.of(row.achievement().achievedAt()))
            .with("precision", "text", row -> row.achievement().precision().code())
            .with("recorded_at", "int8", Achieved::recordedAt);

    private static final Columns<Unlocked> BADGES = new Columns<Unlocked>()
            .with("viewer_key", "int8", Unlocked::viewerKey)
            .with("channel_key", "int8", Unlocked::channelKey)
            .with("badge", "text", row -> row.unlock().badge().code())
            .with("unlocked_at", "int8", row -> EpochMicros.of(row.unlock().at()))
            .with("precision", "text", row -> row.unlock().precision().code())
            .with("recorded_at", "int8", Unlocked::recordedAt);

    private record Achieved(long viewerKey, Achievement achievement, long recordedAt) {}

    private record Unlocked(long viewerKey, long channelKey, BadgeUnlock unlock, long recordedAt) {}

    static Announcements of(long viewerKey, FoldResult folded, DenseKeys channelKeys, Instant now) {
        long recordedAt = EpochMicros.of(now);
        Instant since = now.minus(BadgeUnlocked.LATEST);
        List<Unlocked> badges = new ArrayList<>(0);
        for (ChannelEntry on : folded.channels()) {
            for (BadgeUnlock unlock :
                    on.statistics().unlockedAfter(since, now, folded.viewer().streaks())) {
                badges.add(new Unlocked(viewerKey, channelKeys.key(on.channel()), unlock, recordedAt));
            }
        }
        return new Announcements(
                folded.viewer().achievements().stream()
                        .map(achievement -> new Achieved(viewerKey, achievement, recordedAt))
                        .toList(),
                badges);
    }

    /** Records the achievements of viewers who were never folded, and of whom the ledger knows nothing; tells how many. */
    static int achievedFirst(Handle handle, List<FoldedViewer> viewers) throws SQLException {
        List<Achieved> rows = achieved(viewers);
        if (!rows.isEmpty()) {
            ACHIEVEMENTS.copyInto(handle, "announcement", rows);
        }
        return rows.size();
    }

    /** Records the achievements that the ledger does not know; tells how many. */
    static int achieved(Handle handle, List<FoldedViewer> viewers) {
        return recordNew(handle, ACHIEVEMENTS, "announcement", achieved(viewers));
    }

    private static List<Achieved> achieved(List<FoldedViewer> viewers) {
        return viewers.stream()
                .flatMap(viewer -> viewer.announcements().achievements().stream())
                .toList();
    }

    /** Records the badges that the ledger does not know. */
    static void unlocked(Handle handle, List<FoldedViewer> viewers) {
        recordNew(
                handle,
                BADGES,
                "badge_unlocked",
                viewers.stream()
                        .flatMap(viewer -> viewer.announcements().badges().stream())
                        .toList());
    }

    private static <T> int recordNew(Handle handle, Columns<T> columns, String table, List<T> rows) {
        return rows.isEmpty()
                ? 0
                : columns.bind(handle.createUpdate(columns.insertInto(table) + " on conflict do nothing"), rows)
                        .execute();
    }
}

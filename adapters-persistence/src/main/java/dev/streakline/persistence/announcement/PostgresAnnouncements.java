package dev.streakline.persistence.announcement;

import dev.streakline.application.announcement.Announcement;
import dev.streakline.application.announcement.Announcements;
import dev.streakline.application.announcement.BadgeUnlocked;
import dev.streakline.application.announcement.MilestoneAchieved;
import dev.streakline.application.announcement.PercentileRanked;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.Population;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.lifetime.Badge;
import dev.streakline.domain.lifetime.BadgeUnlock;
import dev.streakline.domain.milestone.Measure;
import dev.streakline.domain.milestone.RecordedAchievement;
import dev.streakline.domain.milestone.Rung;
import dev.streakline.domain.milestone.Tier;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.ScopedDatabase;
import dev.streakline.persistence.rows.Codes;
import dev.streakline.persistence.rows.Columns;
import dev.streakline.persistence.shard.Viewers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Announcements in PostgreSQL. */
public final class PostgresAnnouncements implements Announcements {

    private final ScopedDatabase database;

    /** The announcements in a database. */
    public PostgresAnnouncements(Database database) {
        this.database = database.as(Scope.APP);
    }

    @Override
    public List<Announcement> find(ViewerId viewer) {
        return database.read(handle -> Viewers.key(handle, viewer)
                .map(key -> of(handle, new Object[] {key}).getOrDefault(key, List.of()))
                .orElse(List.of()));
    }

    /** The announcements of viewers by key, each in the order of recording; a viewer without any has no entry. */
    public static Map<Long, List<Announcement>> of(Handle handle, Object[] viewerKeys) {
        Map<Long, List<Announcement>> announced = new HashMap<>();
        handle.createQuery("""
                        select announcement.*, channel.name as channel from announcement left join channel using (channel_key)
                        where viewer_key = any(:keys) order by position
                        """)
                .bind("keys", Columns.array("int8", viewerKeys))
                .setFetchSize(5_000)
                .map((row, context) -> announced
                        .computeIfAbsent(row.getLong("viewer_key"), unseen -> new ArrayList<>())
                        .add(announcement(row)))
                .forEach(added -> {});
        return announced;
    }

    private static Announcement announcement(ResultSet row) throws SQLException {
        Instant happenedAt = EpochMicros.toInstant(row.getLong("happened_at"));
        Instant recordedAt = EpochMicros.toInstant(row.getLong("recorded_at"));
        Precision precision = Codes.value(Precision.values(), Precision::code, row.getString("precision"));
        String name = row.getString("name");
        String channel = row.getString("channel");
        return switch (Codes.value(AnnouncementRow.Kind.values(), AnnouncementRow.Kind::code, row.getString("kind"))) {
            case MILESTONE ->
                new MilestoneAchieved(new RecordedAchievement(
                        Codes.value(Measure.values(), Measure::code, name),
                        new Rung(
                                row.getInt("threshold"), Codes.value(Tier.values(), Tier::code, row.getString("tier"))),
                        happenedAt,
                        precision,
                        recordedAt));
            case BADGE ->
                new BadgeUnlocked(
                        channel,
                        new BadgeUnlock(Codes.value(Badge.values(), Badge::code, name), happenedAt, precision),
                        recordedAt);
            case RANK ->
                new PercentileRanked(
                        channel == null ? Population.DEPLOYMENT : new Population.OfChannel(channel),
                        Codes.value(Metric.values(), Metric::code, name),
                        row.getInt("threshold"),
                        recordedAt);
        };
    }
}

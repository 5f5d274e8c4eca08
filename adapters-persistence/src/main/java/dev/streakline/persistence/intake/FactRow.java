package dev.streakline.persistence.intake;

import dev.streakline.persistence.name.FactKey;
import dev.streakline.persistence.rows.Columns;
import dev.streakline.persistence.shard.Shards;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code fact}, whose comments explain the columns. */
public record FactRow(
        FactKey key,
        UUID content,
        int type,
        @Nullable Long at,
        @Nullable Integer day,
        @Nullable Long titleKey,
        @Nullable Long channelKey,
        @Nullable Integer seconds,
        @Nullable Integer rangeFirst,
        @Nullable Integer rangeLast,
        @Nullable Boolean completed,
        @Nullable Long platformKey,
        @Nullable String session,
        @Nullable String kind,
        @Nullable Long bits,
        @Nullable Integer score,
        @Nullable Boolean listed,
        @Nullable Integer firstDay,
        @Nullable Integer lastDay,
        @Nullable String zone,
        @Nullable String displayName,
        @Nullable String email,
        long sourceKey,
        String id)
        implements FactTable.IdentifiedRow {

    public static final int WATCH = 1;
    public static final int INTERACTION = 2;
    public static final int PAUSE = 3;
    public static final int RANKING_CHOICE = 4;
    static final int RATING = 5;
    public static final int VIEWER = 6;

    static final Columns<FactRow> COLUMNS = new Columns<FactRow>()
            .with("shard", "int2", row -> Shards.of(row.viewerKey()))
            .with("viewer_key", "int8", FactRow::viewerKey)
            .withDigest("identity", row -> row.key().identity())
            .withDigest("content", FactRow::content)
            .with("type", "int2", FactRow::type)
            .with("at", "int8", FactRow::at)
            .with("day", "int4", FactRow::day)
            .with("title_key", "int8", FactRow::titleKey)
            .with("channel_key", "int8", FactRow::channelKey)
            .with("seconds", "int4", FactRow::seconds)
            .with("range_first", "int4", FactRow::rangeFirst)
            .with("range_last", "int4", FactRow::rangeLast)
            .with("completed", "bool", FactRow::completed)
            .with("platform_key", "int4", FactRow::platformKey)
            .with("session", "text", FactRow::session)
            .with("kind", "text", FactRow::kind)
            .with("bits", "int4", FactRow::bits)
            .with("score", "int2", FactRow::score)
            .with("listed", "bool", FactRow::listed)
            .with("first_day", "int4", FactRow::firstDay)
            .with("last_day", "int4", FactRow::lastDay)
            .with("zone", "text", FactRow::zone)
            .with("display_name", "text", FactRow::displayName)
            .with("email", "text", FactRow::email)
            .with("source_key", "int4", FactRow::sourceKey)
            .with("id", "text", FactRow::id);

    long viewerKey() {
        return key.subjectKey();
    }
}

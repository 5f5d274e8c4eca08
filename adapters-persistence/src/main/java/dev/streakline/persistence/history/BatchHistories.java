package dev.streakline.persistence.history;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactType;
import dev.streakline.application.history.Catalogue;
import dev.streakline.application.history.Histories;
import dev.streakline.application.ranking.Listing;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.TitleDetails;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.streak.Pause;
import dev.streakline.persistence.name.DenseKeys;
import dev.streakline.persistence.name.TitleCache;
import dev.streakline.persistence.rows.Columns;
import dev.streakline.persistence.shard.ViewerBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The histories of a portion's viewers, read in one snapshot. */
public final class BatchHistories {

    private static final int PAUSE = FactType.PAUSE.number();
    private static final int RANKING_CHOICE = FactType.RANKING_CHOICE.number();
    private static final int VIEWER = FactType.VIEWER_DETAILS.number();
    private static final NameIndex NO_NAMES = new NameIndex();
    private static final ViewerAttributes NO_ATTRIBUTES = new ViewerAttributes();

    private final FactReader.Grouped facts;
    private final Map<Long, ViewerAttributes> attributes;
    private final Catalogue catalogue;
    private final Policies policies;

    private BatchHistories(
            FactReader.Grouped facts, Map<Long, ViewerAttributes> attributes, Catalogue catalogue, Policies policies) {
        this.facts = facts;
        this.attributes = attributes;
        this.catalogue = catalogue;
        this.policies = policies;
    }

    /** A viewer's zones and pauses; most viewers have neither a second zone nor a pause. */
    private static final class ViewerAttributes {

        private final List<ZoneTimeline.ZoneChange> zones = new ArrayList<>(1);
        private final List<Pause> pauses = new ArrayList<>(0);
        private Listing listing = Listing.LISTED;

        /** Adds the next fact; the one that applies comes last. */
        private boolean add(ResultSet fact) throws SQLException {
            Instant at = EpochMicros.toInstant(fact.getLong("at"));
            int type = fact.getInt("type");
            if (type == VIEWER) {
                addZone(at, fact.getString("zone"));
            } else if (type == PAUSE) {
                pauses.add(new Pause(at, day(fact, "first_day"), day(fact, "last_day")));
            } else {
                listing = fact.getBoolean("listed") ? Listing.LISTED : Listing.UNLISTED;
            }
            return true;
        }

        private void addZone(Instant at, @Nullable String zone) {
            if (zone != null) {
                zones.add(new ZoneTimeline.ZoneChange(at, ZoneId.of(zone)));
            }
        }
    }

    /**
     * As {@link #whole}, without platforms, genres and the names of channels; statistics do not depend on them.
     *
     * @param titles of this snapshot
     */
    public static BatchHistories forFold(
            Handle handle, ViewerBatch batch, Policies policies, TitleCache titles, FactRoom room) throws SQLException {
        FactReader facts = FactReader.forFold(handle, batch, titles.keys(), titles.channels(), room);
        Catalogue catalogue = new Catalogue(titles.titles(handle), NO_NAMES, NO_NAMES);
        return new BatchHistories(facts.grouped(), attributes(handle, batch), catalogue, policies);
    }

    /** Everything that is known of the viewers. */
    static BatchHistories whole(Handle handle, ViewerBatch batch, Policies policies, FactRoom room)
            throws SQLException {
        FactReader facts = FactReader.whole(handle, batch, room);
        Titles titles = titles(handle, facts.titles(), facts.channels());
        Catalogue catalogue = new Catalogue(
                titles, names(handle, "channel", facts.channels()), names(handle, "platform", facts.platforms()));
        return new BatchHistories(facts.grouped(), attributes(handle, batch), catalogue, policies);
    }

    private static Titles titles(Handle handle, DenseKeys keys, DenseKeys channels) {
        Titles.Builder titles = new Titles.Builder();
        if (keys.size() > 0) {
            handle.createQuery(TitleCache.latest("title_key, kind, show, runtime_seconds, genres", ":keys"))
                    .bind("keys", Columns.array("int8", keys.keys()))
                    .setFetchSize(5_000)
                    .map((row, context) -> describe(titles, keys.find(row.getLong("title_key")), row, channels))
                    .forEach(described -> {});
        }
        return titles.build();
    }

    private static Titles.Builder describe(Titles.Builder titles, int title, ResultSet row, DenseKeys channels)
            throws SQLException {
        titles.describe(title, details(row));
        Long channel = row.getObject("channel_key", Long.class);
        return channel == null ? titles : titles.onChannel(title, channels.of(channel));
    }

    private static TitleDetails details(ResultSet title) throws SQLException {
        return new TitleDetails(
                TitleKind.ofCode(title.getString("kind")).orElseThrow(),
                title.getString("show"),
                List.of((String[]) title.getArray("genres").getArray()),
                title.getInt("runtime_seconds"));
    }

    private static NameIndex names(Handle handle, String dimension, DenseKeys keys) {
        NameIndex names = new NameIndex();
        if (keys.size() > 0) {
            handle.createQuery("select name from unnest(:keys) with ordinality as seen (" + dimension
                            + "_key, number) join " + dimension + " using (" + dimension + "_key) order by number")
                    .bind("keys", Columns.array("int8", keys.keys()))
                    .mapTo(String.class)
                    .forEach(names::keyOf);
        }
        return names;
    }

    /** Reads the facts of each viewer as {@link Fact#LATEST_LAST} orders them. */
    private static Map<Long, ViewerAttributes> attributes(Handle handle, ViewerBatch batch) {
        Map<Long, ViewerAttributes> attributes = new HashMap<>();
        handle.createQuery("select viewer_key, type, at, zone, first_day, last_day, listed"
                        + " from fact join source using (source_key) where " + batch.condition() + " and type in ("
                        + PAUSE + ", " + RANKING_CHOICE + ", " + VIEWER
                        + ") and not withdrawn order by viewer_key, at, source.name, id")
                .setFetchSize(5_000)
                .map((row, context) -> attributes
                        .computeIfAbsent(row.getLong("viewer_key"), unseen -> new ViewerAttributes())
                        .add(row))
                .forEach(heard -> {});
        return attributes;
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return LocalDate.ofEpochDay(row.getInt(column));
    }

    /** The history of a viewer; empty when no fact of theirs is active. */
    public Histories.ViewerSnapshot of(long viewerKey) {
        ViewerAttributes attributes = attributesOf(viewerKey);
        ViewerHistory history = facts.of(viewerKey, ZoneTimeline.of(attributes.zones), attributes.pauses);
        return new Histories.ViewerSnapshot(history, catalogue, policies);
    }

    /** Whether the viewer is ranked. */
    public Listing listing(long viewerKey) {
        return attributesOf(viewerKey).listing;
    }

    private ViewerAttributes attributesOf(long viewerKey) {
        return attributes.getOrDefault(viewerKey, NO_ATTRIBUTES);
    }
}

package dev.streakline.persistence.history;

import dev.streakline.application.history.Catalogue;
import dev.streakline.application.history.Histories;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.history.Policies;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.streak.Pause;
import dev.streakline.domain.viewing.Names;
import dev.streakline.domain.viewing.TitleDetails;
import dev.streakline.domain.viewing.TitleKind;
import dev.streakline.domain.viewing.Titles;
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

/** The histories of a portion's viewers, read in one snapshot. */
final class PortionHistories {

    private static final Names NO_NAMES = new Names();

    private final FactReader.Grouped facts;
    private final Map<Long, Life> lives;
    private final Catalogue catalogue;
    private final Policies policies;

    private PortionHistories(FactReader.Grouped facts, Map<Long, Life> lives, Catalogue catalogue, Policies policies) {
        this.facts = facts;
        this.lives = lives;
        this.catalogue = catalogue;
        this.policies = policies;
    }

    /** Where a viewer lives, and when he rests; most have neither a second zone nor a pause. */
    private record Life(List<ZoneTimeline.ZoneChange> zones, List<Pause> pauses) {

        private static final Life NOTHING_SAID = new Life(List.of(), List.of());

        private static Life empty() {
            return new Life(new ArrayList<>(1), new ArrayList<>(0));
        }
    }

    /**
     * As {@link #whole}, without platforms, sessions and genres, of which statistics do not depend.
     *
     * @param titles of this snapshot
     */
    static PortionHistories forFold(Handle handle, Portion portion, Policies policies, TitlesAtHand titles)
            throws SQLException {
        FactReader facts = FactReader.forFold(handle, portion, titles.keys());
        Catalogue catalogue = new Catalogue(titles.titles(handle), NO_NAMES, NO_NAMES);
        return new PortionHistories(facts.grouped(), lives(handle, portion), catalogue, policies);
    }

    /** Everything that is known of the viewers. */
    static PortionHistories whole(Handle handle, Portion portion, Policies policies) throws SQLException {
        FactReader facts = FactReader.whole(handle, portion);
        Catalogue catalogue =
                new Catalogue(titles(handle, facts.titles()), NO_NAMES, platforms(handle, facts.platforms()));
        return new PortionHistories(facts.grouped(), lives(handle, portion), catalogue, policies);
    }

    private static Titles titles(Handle handle, DenseKeys keys) {
        Titles.Builder titles = new Titles.Builder();
        if (keys.size() > 0) {
            handle.createQuery(TitlesAtHand.latest("title_key, kind, show, runtime_seconds, genres", ":keys"))
                    .bind("keys", Columns.array("int8", keys.keys()))
                    .setFetchSize(5_000)
                    .map((row, context) -> titles.describe(keys.find(row.getLong("title_key")), details(row)))
                    .forEach(described -> {});
        }
        return titles.build();
    }

    private static TitleDetails details(ResultSet title) throws SQLException {
        return new TitleDetails(
                TitleKind.ofCode(title.getString("kind")).orElseThrow(),
                title.getString("show"),
                List.of((String[]) title.getArray("genres").getArray()),
                title.getInt("runtime_seconds"));
    }

    private static Names platforms(Handle handle, DenseKeys keys) {
        Names names = new Names();
        if (keys.size() > 0) {
            handle.createQuery("""
                            select name
                            from unnest(:keys) with ordinality as seen (platform_key, number) join platform using (platform_key)
                            order by number
                            """)
                    .bind("keys", Columns.array("int8", keys.keys()))
                    .mapTo(String.class)
                    .forEach(names::keyOf);
        }
        return names;
    }

    /** Zones and pauses; of several facts of an instant the one with the greater source and id stands last (detail 16). */
    private static Map<Long, Life> lives(Handle handle, Portion portion) {
        Map<Long, Life> lives = new HashMap<>();
        handle.createQuery(
                        "select viewer_key, at, zone, first_day, last_day from fact join source using (source_key) where "
                                + portion.condition() + " and type in (" + FactRow.PAUSE + ", " + FactRow.VIEWER
                                + ") and not withdrawn order by viewer_key, at, source.name, id")
                .setFetchSize(5_000)
                .map((row, context) -> {
                    Life life = lives.computeIfAbsent(row.getLong("viewer_key"), unseen -> Life.empty());
                    Instant at = EpochMicros.toInstant(row.getLong("at"));
                    String zone = row.getString("zone");
                    return zone == null
                            ? life.pauses().add(new Pause(at, day(row, "first_day"), day(row, "last_day")))
                            : life.zones().add(new ZoneTimeline.ZoneChange(at, ZoneId.of(zone)));
                })
                .forEach(added -> {});
        return lives;
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return LocalDate.ofEpochDay(row.getInt(column));
    }

    /** The history of a viewer; that of nothing when no fact of him counts. */
    Histories.Known of(long viewerKey) {
        Life life = lives.getOrDefault(viewerKey, Life.NOTHING_SAID);
        ViewerHistory history = facts.of(viewerKey, ZoneTimeline.of(life.zones()), life.pauses());
        return new Histories.Known(history, catalogue, policies);
    }
}

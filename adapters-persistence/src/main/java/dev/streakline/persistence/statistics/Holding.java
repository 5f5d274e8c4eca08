package dev.streakline.persistence.statistics;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.statistics.Engine;
import dev.streakline.application.statistics.Statistics.KeptViewer;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.policy.Policies;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.policy.Stamp;
import dev.streakline.persistence.shard.Shards;
import dev.streakline.persistence.shard.Viewers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what is kept of a viewer, while it holds. A fold takes marks away and keeps its outcome in one transaction, so that one
 * statement sees both or neither; and it sees the marks of every fact that was committed before it began, whoever sent it.
 */
public final class Holding {

    /** Some twenty megabytes. */
    private static final int MOST_PLACES = 100_000;

    /**
     * What was folded, unless policies are newer or something waits for a fold. The stamp is looked at here: the database
     * might take the index of stamps for the shortest way.
     */
    private static final String HOLDS = """
             where kept.shard = ?::int2 and kept.viewer_key = ?
                and not exists (select from streakline.policy where policy.version > ?)
                and not exists (
                    select from streakline.mark where mark.shard = kept.shard and mark.viewer_key = kept.viewer_key)
                and not exists (select from streakline.title_mark)
            """;

    private final Database database;
    private final Engine engine;
    /** Where statistics were found. The forgotten have no row any more, and who comes back after that has another key. */
    private final Map<ViewerId, Place> places = new ConcurrentHashMap<>();
    /** The stamp that was in force when it was last looked for; one object for all places. */
    private volatile @Nullable Stamp lastStamp;

    public Holding(Database database, Engine engine) {
        this.database = database;
        this.engine = engine;
    }

    /** Where statistics of a viewer are that hold, once he is folded. */
    private record Place(long viewerKey, Stamp stamp) {}

    /** What is made of a row that holds. */
    @FunctionalInterface
    public interface Answer<R> {

        /** Makes it. */
        R of(KeptViewer viewer, ResultSet row) throws SQLException;
    }

    /**
     * A question that {@link #ask} can ask, made once.
     *
     * @param columns more of them, each after a comma
     * @param joins with what the more columns are of; what is kept of the viewer is called {@code kept}
     */
    public static String question(String columns, String joins) {
        return "select kept.stamp, kept.statistics, kept.next_change_at" + columns
                + " from streakline.viewer_statistics kept" + joins + HOLDS;
    }

    /**
     * The answer for a viewer of whom something is kept that holds.
     *
     * @param parameters of the columns and joins
     */
    public <R> Optional<R> ask(ViewerId viewer, String question, Answer<R> answer, Object... parameters) {
        Place last = places.get(viewer);
        Optional<R> found = last == null ? Optional.empty() : ask(last, question, answer, parameters);
        if (found.isPresent()) {
            return found;
        }
        Optional<Place> current = database.read(handle -> place(handle, viewer)).filter(place -> !place.equals(last));
        current.ifPresent(place -> remember(viewer, place));
        return current.flatMap(place -> ask(place, question, answer, parameters));
    }

    private Optional<Place> place(Handle handle, ViewerId viewer) {
        return Viewers.key(handle, viewer)
                .flatMap(key -> Stamp.inForce(handle, engine).map(stamp -> new Place(key, shared(stamp))));
    }

    private Stamp shared(Stamp stamp) {
        Stamp last = lastStamp;
        if (last != null && last.equals(stamp)) {
            return last;
        }
        lastStamp = stamp;
        return stamp;
    }

    private void remember(ViewerId viewer, Place place) {
        if (places.size() >= MOST_PLACES) {
            places.clear();
        }
        places.put(viewer, place);
    }

    private <R> Optional<R> ask(Place place, String question, Answer<R> answer, Object[] parameters) {
        Stamp stamp = place.stamp();
        Object[] all = Stream.concat(
                        Stream.of(parameters),
                        Stream.of(
                                Shards.of(place.viewerKey()),
                                place.viewerKey(),
                                stamp.policies().number()))
                .toArray();
        return database.<Optional<R>>ask(
                        question,
                        row -> row.getInt("stamp") == stamp.number()
                                ? Optional.of(answer.of(kept(row, stamp), row))
                                : Optional.empty(),
                        all)
                .flatMap(found -> found);
    }

    private static KeptViewer kept(ResultSet row, Stamp stamp) throws SQLException {
        Policies policies = stamp.policies().policies();
        Long nextChangeAt = row.getObject("next_change_at", Long.class);
        return new KeptViewer(
                new StatisticsBytes(row.getBytes("statistics")).statistics(policies),
                policies,
                nextChangeAt == null ? null : EpochMicros.toInstant(nextChangeAt));
    }
}

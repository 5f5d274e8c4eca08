package dev.streakline.persistence.statistics;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.Statistics.StoredStatistics;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.policy.Policies;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.ScopedDatabase;
import dev.streakline.persistence.policy.FoldVersionRow;
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
 * Reads a viewer's stored statistics while they are current. A fold removes marks and stores its result in one
 * transaction, so that one statement sees both or neither. The statement also sees the marks of every fact committed
 * before it began.
 */
public final class StoredStatisticsQuery {

    /** Some twenty megabytes. */
    private static final int MOST_PLACES = 100_000;

    /**
     * Selects stored statistics, unless policies are newer or the viewer is due. The fold version is compared in Java:
     * as a predicate it could make the planner choose the wrong index.
     */
    private static final String HOLDS = """
             where kept.shard = ?::int2 and kept.viewer_key = ?
                and not exists (select from streakline.policy where policy.version > ?)
                and not exists (
                    select from streakline.mark where mark.shard = kept.shard and mark.viewer_key = kept.viewer_key)
                and not exists (select from streakline.title_mark)
            """;

    private final ScopedDatabase database;
    private final FoldVersion version;
    /** The keys of viewers with stored statistics. Erased viewers have no row; a returning viewer gets a new key. */
    private final Map<ViewerId, CachedViewer> cachedViewers = new ConcurrentHashMap<>();
    /** The fold version that was last in force; one object for all cached viewers. */
    private volatile @Nullable FoldVersionRow lastVersion;

    public StoredStatisticsQuery(Database database, FoldVersion version) {
        this.database = database.as(Scope.APP);
        this.version = version;
    }

    /** The key of a folded viewer, and the fold version of current statistics. */
    private record CachedViewer(long viewerKey, FoldVersionRow version) {}

    /** Maps the row of current statistics. */
    @FunctionalInterface
    public interface StoredStatisticsMapper<R> {

        /** Makes it. */
        R of(StoredStatistics viewer, ResultSet row) throws SQLException;
    }

    /**
     * An SQL query for {@link #query}, to be built once.
     *
     * @param columns further columns, each after a comma
     * @param joins the joins that these columns need; the viewer's stored row is called {@code kept}
     */
    public static String sql(String columns, String joins) {
        return "select kept.fold_version, kept.statistics, kept.next_change_at" + columns
                + " from streakline.viewer_statistics kept" + joins + HOLDS;
    }

    /**
     * The result for a viewer; empty without current statistics.
     *
     * @param parameters of the columns and joins
     */
    public <R> Optional<R> query(ViewerId viewer, String sql, StoredStatisticsMapper<R> mapper, Object... parameters) {
        CachedViewer last = cachedViewers.get(viewer);
        Optional<R> found = last == null ? Optional.empty() : query(last, sql, mapper, parameters);
        if (found.isPresent()) {
            return found;
        }
        Optional<CachedViewer> current = database.read(handle -> cachedViewer(handle, viewer))
                .filter(cachedViewer -> !cachedViewer.equals(last));
        current.ifPresent(cachedViewer -> remember(viewer, cachedViewer));
        return current.flatMap(cachedViewer -> query(cachedViewer, sql, mapper, parameters));
    }

    private Optional<CachedViewer> cachedViewer(Handle handle, ViewerId viewer) {
        return Viewers.key(handle, viewer)
                .flatMap(key ->
                        FoldVersionRow.inForce(handle, version).map(version -> new CachedViewer(key, shared(version))));
    }

    private FoldVersionRow shared(FoldVersionRow version) {
        FoldVersionRow last = lastVersion;
        if (last != null && last.equals(version)) {
            return last;
        }
        lastVersion = version;
        return version;
    }

    private void remember(ViewerId viewer, CachedViewer cachedViewer) {
        if (cachedViewers.size() >= MOST_PLACES) {
            cachedViewers.clear();
        }
        cachedViewers.put(viewer, cachedViewer);
    }

    private <R> Optional<R> query(
            CachedViewer cachedViewer, String sql, StoredStatisticsMapper<R> mapper, Object[] parameters) {
        FoldVersionRow version = cachedViewer.version();
        Object[] all = Stream.concat(
                        Stream.of(parameters),
                        Stream.of(
                                Shards.of(cachedViewer.viewerKey()),
                                cachedViewer.viewerKey(),
                                version.policies().number()))
                .toArray();
        return database.<Optional<R>>query(
                        sql,
                        row -> row.getInt("fold_version") == version.number()
                                ? Optional.of(mapper.of(kept(row, version), row))
                                : Optional.empty(),
                        all)
                .flatMap(found -> found);
    }

    private static StoredStatistics kept(ResultSet row, FoldVersionRow version) throws SQLException {
        Policies policies = version.policies().policies();
        Long nextChangeAt = row.getObject("next_change_at", Long.class);
        return new StoredStatistics(
                new StatisticsBytes(row.getBytes("statistics")).statistics(policies),
                policies,
                nextChangeAt == null ? null : EpochMicros.toInstant(nextChangeAt));
    }
}

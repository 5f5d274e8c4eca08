package dev.streakline.persistence.recalculation;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.recalculation.RecalculationRun;
import dev.streakline.application.recalculation.RecalculationRun.RunScope;
import dev.streakline.application.recalculation.RecalculationRuns;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.persistence.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Recalculations in PostgreSQL. A run's beginning tells its holder from who held it before. */
public final class PostgresRecalculationRuns implements RecalculationRuns {

    private static final String ALL = "all";
    private static final String DUE = "due";
    private static final String ONE = "viewer";

    private final Database database;

    /** The recalculations in a database. */
    public PostgresRecalculationRuns(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(RecalculationRun run) {
        ViewerId viewer = run.scope() instanceof RunScope.OneViewer oneViewer ? oneViewer.viewer() : null;
        return database.write(handle -> handle.createUpdate("""
                                insert into recalculation_run (id, scope, viewer, requested_by, requested_at)
                                values (:id, :scope, :viewer, :by, :at)
                                on conflict (id) do nothing
                                """)
                        .bind("id", run.id())
                        .bind("scope", viewer != null ? ONE : run.scope() instanceof RunScope.AllViewers ? ALL : DUE)
                        .bind("viewer", viewer == null ? null : viewer.value())
                        .bind("by", run.requestedBy())
                        .bind("at", EpochMicros.of(run.requestedAt()))
                        .execute()
                > 0);
    }

    @Override
    public Optional<RecalculationRun> find(String id) {
        return database.read(handle -> handle.createQuery("select * from recalculation_run where id = :id")
                .bind("id", id)
                .map((row, context) -> run(row))
                .findOne());
    }

    @Override
    public List<RecalculationRun> newest(int limit, RecalculationRun.@Nullable RunCursor after) {
        return database.read(handle -> handle.createQuery("""
                        select * from recalculation_run
                        where :at::bigint is null or (requested_at, id) < (:at, :id)
                        order by requested_at desc, id desc
                        limit :limit
                        """)
                .bind("at", micros(after == null ? null : after.requestedAt()))
                .bind("id", after == null ? null : after.id())
                .bind("limit", limit)
                .map((row, context) -> run(row))
                .list());
    }

    @Override
    public Optional<RecalculationRun> claim(Instant now, Duration lease) {
        return database.fold(handle -> handle.createQuery("""
                        update recalculation_run set started_at = :now, beat_at = :now
                        where id = (
                            select id from recalculation_run
                            where finished_at is null and (started_at is null or beat_at < :lapsed)
                            order by requested_at, id
                            limit 1
                            for update skip locked)
                        returning *
                        """)
                .bind("now", EpochMicros.of(now))
                .bind("lapsed", EpochMicros.of(now.minus(lease)))
                .map((row, context) -> run(row))
                .findOne());
    }

    @Override
    public boolean heartbeat(RecalculationRun run, Instant now) {
        return database.fold(
                handle -> change(handle, run, "beat_at = :now", now).execute() > 0);
    }

    @Override
    public boolean finish(RecalculationRun run) {
        String change = "finished_at = :now, viewers = :viewers, changed = :changed, announced = :announced,"
                + " failure = :failure";
        return database.fold(handle -> change(handle, run, change, run.finishedAt())
                        .bind("viewers", run.counts().viewers())
                        .bind("changed", run.counts().changed())
                        .bind("announced", run.counts().announced())
                        .bind("failure", run.failure())
                        .execute()
                > 0);
    }

    /** A change of a run by who holds it. */
    private static Update change(Handle handle, RecalculationRun run, String change, @Nullable Instant now) {
        return handle.createUpdate("update recalculation_run set " + change
                        + " where id = :id and started_at = :started and finished_at is null")
                .bind("id", run.id())
                .bind("started", micros(run.startedAt()))
                .bind("now", micros(now));
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : (Long) EpochMicros.of(instant);
    }

    private static RecalculationRun run(ResultSet row) throws SQLException {
        return new RecalculationRun(
                row.getString("id"),
                scope(row),
                row.getString("requested_by"),
                EpochMicros.toInstant(row.getLong("requested_at")),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                new Statistics.RefreshSummary(row.getInt("viewers"), row.getInt("changed"), row.getInt("announced")),
                row.getString("failure"));
    }

    private static RunScope scope(ResultSet row) throws SQLException {
        String scope = row.getString("scope");
        return switch (scope) {
            case ALL -> new RunScope.AllViewers();
            case DUE -> new RunScope.DueViewers();
            case ONE -> new RunScope.OneViewer(new ViewerId(row.getString("viewer")));
            default ->
                throw new IllegalStateException(
                        "the database holds the scope \"" + scope + "\", which this version does not know");
        };
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Long micros = row.getObject(column, Long.class);
        return micros == null ? null : EpochMicros.toInstant(micros);
    }

    /** Forgets what was asked for one viewer. */
    public static void erase(Handle handle, ViewerId viewer) {
        handle.createUpdate("delete from recalculation_run where viewer = :viewer")
                .bind("viewer", viewer.value())
                .execute();
    }
}

package dev.streakline.persistence.recalculation;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.recalculation.ClaimedRun;
import dev.streakline.application.recalculation.RecalculationQueue;
import dev.streakline.application.recalculation.RecalculationRun;
import dev.streakline.application.recalculation.RecalculationRun.RunScope;
import dev.streakline.application.recalculation.RecalculationRuns;
import dev.streakline.application.recalculation.RunOutcome;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.persistence.claim.Claim;
import dev.streakline.persistence.claim.Claims;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.ScopedDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Recalculations in PostgreSQL. */
public final class PostgresRecalculationRuns implements RecalculationRuns, RecalculationQueue {

    /** The first requested first. A clock that was set back ends no run before it began. */
    private static final Claims CLAIMS = new Claims(
            "recalculation_run",
            List.of("id"),
            "finished_at is null",
            "requested_at, id",
            ", started_at = " + Claims.NOW);

    private static final String FINISH = "finished_at = greatest(started_at, " + Claims.NOW + "), viewers = :viewers,"
            + " changed = :changed, announced = :announced, failure = :failure";

    private final ScopedDatabase app;
    private final ScopedDatabase folds;

    /** The recalculations in a database. */
    public PostgresRecalculationRuns(Database database) {
        this.app = database.as(Scope.APP);
        this.folds = database.as(Scope.FOLD);
    }

    @Override
    public boolean add(RecalculationRun run) {
        ViewerId viewer = run.scope().one().orElse(null);
        return app.write(handle -> handle.createUpdate("""
                                insert into recalculation_run (id, scope, viewer, requested_by, requested_at)
                                values (:id, :scope, :viewer, :by, :at)
                                on conflict (id) do nothing
                                """)
                        .bind("id", run.id())
                        .bind("scope", run.scope().code())
                        .bind("viewer", viewer == null ? null : viewer.value())
                        .bind("by", run.requestedBy())
                        .bind("at", EpochMicros.of(run.requestedAt()))
                        .execute()
                > 0);
    }

    @Override
    public Optional<RecalculationRun> find(String id) {
        return app.read(handle -> handle.createQuery("select * from recalculation_run where id = :id")
                .bind("id", id)
                .map((row, context) -> run(row))
                .findOne());
    }

    @Override
    public List<RecalculationRun> newest(int limit, RecalculationRun.@Nullable RunCursor after) {
        return app.read(handle -> handle.createQuery("""
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
    public Optional<ClaimedRun> claim(Duration lease) {
        return folds.write(handle -> {
            CLAIMS.giveUp(handle, MOST_ATTEMPTS, FINISH, outcome(GIVEN_UP));
            return CLAIMS
                    .claim(
                            handle,
                            1,
                            MOST_ATTEMPTS,
                            lease,
                            (row, context) -> new ClaimedRun(run(row), row.getLong("token"), row.getInt("attempts")))
                    .stream()
                    .findFirst();
        });
    }

    @Override
    public boolean renew(ClaimedRun claim, Duration lease) {
        return folds.write(handle -> CLAIMS.renew(handle, claim(claim), lease));
    }

    @Override
    public boolean finish(ClaimedRun claim, RunOutcome outcome) {
        return folds.write(handle -> CLAIMS.change(handle, claim(claim), FINISH, outcome(outcome)));
    }

    @Override
    public boolean release(ClaimedRun claim) {
        return folds.write(handle -> CLAIMS.release(handle, claim(claim)));
    }

    @Override
    public boolean postpone(ClaimedRun claim, Duration delay) {
        return folds.write(handle -> CLAIMS.postpone(handle, claim(claim), delay));
    }

    private static Claim claim(ClaimedRun claim) {
        return new Claim(Map.of("id", claim.run().id()), claim.token());
    }

    private static Map<String, ?> outcome(RunOutcome outcome) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("viewers", outcome.counts().viewers());
        values.put("changed", outcome.counts().changed());
        values.put("announced", outcome.counts().announced());
        values.put("failure", outcome.failure());
        return values;
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
        String viewer = row.getString("viewer");
        return RunScope.of(scope, () -> new ViewerId(viewer))
                .orElseThrow(() -> new IllegalStateException(
                        "the database contains the scope \"" + scope + "\", which this version does not know"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Long micros = row.getObject(column, Long.class);
        return micros == null ? null : EpochMicros.toInstant(micros);
    }

    /** Erases what was requested for one viewer. */
    public static void erase(Handle handle, ViewerId viewer) {
        handle.createUpdate("delete from recalculation_run where viewer = :viewer")
                .bind("viewer", viewer.value())
                .execute();
    }
}

package dev.streakline.persistence.claim;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/**
 * The rows of a table that processes claim. The table has the columns {@code token bigint not null default 0}, {@code due_at
 * bigint} and {@code attempts smallint not null default 0}. All components are constants of the program.
 *
 * <p>Call the methods in transactions that see what others have committed meanwhile (READ COMMITTED).
 *
 * @param table its name
 * @param key the columns of its primary key
 * @param open the condition of a row that has work left, over its columns
 * @param order by which due rows are claimed, over its columns; an index over the open rows should give it
 * @param begin assignments that a claim makes, each after a comma; may be empty
 */
public record Claims(String table, List<String> key, String open, String order, String begin) {

    /**
     * The clock of the database in microseconds since 1970, read again for each row: a statement that has waited for a lock does
     * not believe a lease that has ended meanwhile.
     */
    public static final String NOW = "(extract(epoch from clock_timestamp()) * 1000000)::bigint";

    /** As {@link #NOW}, when the statement began; a condition on it can use an index. */
    private static final String STATEMENT = "(extract(epoch from statement_timestamp()) * 1000000)::bigint";

    /** Defensive copy. */
    public Claims {
        key = List.copyOf(key);
    }

    /**
     * Claims due rows. Rows that other transactions have locked are skipped.
     *
     * @param limit how many at most, at least 1
     * @param mostAttempts rows that were claimed this often already are left out
     * @param lease how long each claim lasts without a heartbeat
     * @param rowMapper maps the rows as they are now, {@code token} and {@code attempts} included
     * @return in the order of claims
     */
    public <R> List<R> claim(Handle handle, int limit, int mostAttempts, Duration lease, RowMapper<R> rowMapper) {
        // A subquery with a limit may be planned so that it runs for every row; a materialized one runs once. The
        // claim itself may change what the order is by.
        String claim = """
                with due as materialized (
                    select KEY from TABLE
                    where OPEN and due_at <= STATEMENT and attempts < :mostAttempts
                    order by ORDER limit :limit for update skip locked),
                numbered as (select KEY, row_number() over () as place_in_order from due),
                claimed as (
                    update TABLE set token = token + 1, attempts = attempts + 1, due_at = NOW + :lease BEGIN
                    from numbered where JOIN returning TABLE.*, place_in_order)
                select * from claimed order by place_in_order
                """;
        return handle.createQuery(completed(claim))
                .bind("limit", limit)
                .bind("mostAttempts", mostAttempts)
                .bind("lease", micros(lease))
                .map(rowMapper)
                .list();
    }

    /**
     * Changes the due rows that were claimed too often, so that they are open no more.
     *
     * @param mostAttempts from how many claims on
     * @param end assignments that end a row, over named parameters
     * @param values of the parameters
     * @return how many
     */
    public int giveUp(Handle handle, int mostAttempts, String end, Map<String, ?> values) {
        String giveUp = "update TABLE set " + end + " where OPEN and due_at <= STATEMENT and attempts >= :mostAttempts";
        return handle.createUpdate(completed(giveUp))
                .bindMap(values)
                .bind("mostAttempts", mostAttempts)
                .execute();
    }

    /**
     * Renews the lease of a claim, also after it has ended, as long as no other process has claimed the row.
     *
     * @return whether the lease was renewed
     */
    public boolean renew(Handle handle, Claim claim, Duration lease) {
        return last(handle, claim, "due_at = NOW + :lease", "")
                        .bind("lease", micros(lease))
                        .execute()
                > 0;
    }

    /**
     * Changes a claimed row, such as to end it.
     *
     * @param change assignments over named parameters
     * @param values of the parameters; none may have the name of a key column, or be {@code token}
     * @return false when the claim is lost or its lease has ended; nothing was changed then
     */
    public boolean change(Handle handle, Claim claim, String change, Map<String, ?> values) {
        return held(handle, claim, change).bindMap(values).execute() > 0;
    }

    /**
     * Releases a claimed row. It is due at once, and this attempt does not count.
     *
     * @return false when the claim is lost or its lease has ended; nothing was changed then
     */
    public boolean release(Handle handle, Claim claim) {
        return held(handle, claim, "token = token + 1, attempts = attempts - 1, due_at = NOW")
                        .execute()
                > 0;
    }

    /**
     * Postpones a claimed row after a failure. It is due after a delay.
     *
     * @return false when the claim is lost or its lease has ended; nothing was changed then
     */
    public boolean postpone(Handle handle, Claim claim, Duration delay) {
        return held(handle, claim, "token = token + 1, due_at = NOW + :delay")
                        .bind("delay", micros(delay))
                        .execute()
                > 0;
    }

    private Update held(Handle handle, Claim claim, String change) {
        return last(handle, claim, change, " and due_at > NOW");
    }

    /** An update that takes effect only while this claim is the row's last. */
    private Update last(Handle handle, Claim claim, String change, String condition) {
        String isKey = key.stream().map(column -> column + " = :" + column).collect(Collectors.joining(" and "));
        String update = "update TABLE set " + change + " where " + isKey + " and token = :token and OPEN" + condition;
        return handle.createUpdate(completed(update)).bindMap(claim.key()).bind("token", claim.token());
    }

    private String completed(String statement) {
        String join = key.stream()
                .map(column -> "TABLE." + column + " = numbered." + column)
                .collect(Collectors.joining(" and "));
        return statement
                .replace("JOIN", join)
                .replace("TABLE", table)
                .replace("KEY", String.join(", ", key))
                .replace("OPEN", open)
                .replace("ORDER", order)
                .replace("BEGIN", begin)
                .replace("STATEMENT", STATEMENT)
                .replace("NOW", NOW);
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1_000;
    }
}

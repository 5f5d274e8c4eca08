package dev.streakline.persistence.ranking;

import dev.streakline.application.ranking.RankingScope;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.Standings;
import dev.streakline.persistence.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code standings}.
 *
 * @param rebuiltOn the day in UTC on which it was last rebuilt from all values
 * @param baseline the result of the last nightly ranking; absent before the first
 */
record StandingsRow(
        StandingsKey key,
        LocalDate rebuiltOn,
        StandingsPair standings,
        @Nullable StandingsPair baseline) {

    /** The standings by both metrics. */
    record StandingsPair(Standings watchTime, Standings messages) {

        static StandingsPair of(RankedValues values) {
            return new StandingsPair(values.standings(Metric.WATCH_TIME), values.standings(Metric.MESSAGES));
        }

        StandingsPair with(RankedValues changed) {
            return new StandingsPair(
                    changed.mergedInto(watchTime, Metric.WATCH_TIME), changed.mergedInto(messages, Metric.MESSAGES));
        }

        Standings by(Metric metric) {
            return metric == Metric.WATCH_TIME ? watchTime : messages;
        }
    }

    /** The keys, among the wanted ones and others of their channels, that were ever ranked. */
    static Set<StandingsKey> known(Handle handle, List<StandingsKey> wanted) {
        return handle.createQuery("select channel_key, chunk from standings where channel_key = any(:channels)")
                .bind("channels", RankedValues.channels(wanted))
                .map((row, context) -> StandingsKey.of(row))
                .set();
    }

    /**
     * Reads the wanted rows and locks them until this transaction ends. Where changes are merged, rows that are locked by
     * another transaction, or in cool-down, are skipped.
     */
    static Map<StandingsKey, StandingsRow> lock(
            Handle handle, List<StandingsKey> wanted, RankingScope scope, Instant now) {
        String rested = scope.isPaced() ? " and cooldown_until <= " + EpochMicros.of(now) : "";
        Map<StandingsKey, StandingsRow> rows = handle.createQuery(
                        "select * from standings where channel_key = any(:channels)" + rested
                                + " order by channel_key, chunk for no key update"
                                + (scope.isMerge() ? " skip locked" : ""))
                .bind("channels", RankedValues.channels(wanted))
                .map((row, context) -> of(row))
                .collect(Collectors.toMap(StandingsRow::key, row -> row));
        rows.keySet().retainAll(Set.copyOf(wanted));
        return rows;
    }

    private static StandingsRow of(ResultSet row) throws SQLException {
        byte[] baseline = row.getBytes("baseline_watch_time");
        return new StandingsRow(
                StandingsKey.of(row),
                LocalDate.ofEpochDay(row.getInt("rebuilt_on")),
                pair(row.getBytes("watch_time"), row.getBytes("messages")),
                baseline == null ? null : pair(baseline, row.getBytes("baseline_messages")));
    }

    /** How much work it is, among others. */
    double weight() {
        return 1.0 + standings.watchTime().size() + standings.messages().size();
    }

    private static StandingsPair pair(byte[] watchTime, byte[] messages) {
        return new StandingsPair(StandingsBytes.standings(watchTime), StandingsBytes.standings(messages));
    }

    /**
     * A row that was ranked.
     *
     * @param before absent for one that is new
     * @param cooldownUntil when it may be ranked again by {@link RankingScope.Paced}
     */
    record RankedRow(StandingsRow row, @Nullable StandingsRow before, Instant asOf, Instant cooldownUntil) {

        private static final Columns<RankedRow> COLUMNS = new Columns<RankedRow>()
                .with("channel_key", "int8", rankedRow -> rankedRow.row.key().channelKey())
                .with("chunk", "int2", rankedRow -> rankedRow.row.key().chunk())
                .with("as_of", "int8", rankedRow -> EpochMicros.of(rankedRow.asOf))
                .with("cooldown_until", "int8", rankedRow -> EpochMicros.of(rankedRow.cooldownUntil))
                .with(
                        "rebuilt_on",
                        "int4",
                        rankedRow -> rankedRow.row.rebuiltOn().toEpochDay())
                .withBytes("watch_time", rankedRow -> rankedRow.changed(Metric.WATCH_TIME))
                .withBytes("messages", rankedRow -> rankedRow.changed(Metric.MESSAGES))
                .withBytes("baseline_watch_time", rankedRow -> rankedRow.changedNight(Metric.WATCH_TIME))
                .withBytes("baseline_messages", rankedRow -> rankedRow.changedNight(Metric.MESSAGES));

        private byte @Nullable [] changed(Metric metric) {
            return bytesOfChanged(row.standings(), before == null ? null : before.standings(), metric);
        }

        private byte @Nullable [] changedNight(Metric metric) {
            return bytesOfChanged(row.baseline(), before == null ? null : before.baseline(), metric);
        }

        /** Bytes that are as before stay where they are, and are not logged again. */
        private static byte @Nullable [] bytesOfChanged(
                @Nullable StandingsPair now, @Nullable StandingsPair before, Metric metric) {
            return now == null || (before != null && now.by(metric).equals(before.by(metric)))
                    ? null
                    : StandingsBytes.of(now.by(metric));
        }
    }

    /** Writes rows that were ranked. */
    static void write(Handle handle, List<RankedRow> rows) {
        List<RankedRow> added =
                rows.stream().filter(rankedRow -> rankedRow.before == null).toList();
        List<RankedRow> changed =
                rows.stream().filter(rankedRow -> rankedRow.before != null).toList();
        if (!added.isEmpty()) {
            RankedRow.COLUMNS
                    .bind(
                            handle.createUpdate(
                                    "insert into standings select channel_key, chunk, 1, as_of, cooldown_until, rebuilt_on,"
                                            + " watch_time, messages, baseline_watch_time, baseline_messages from "
                                            + RankedRow.COLUMNS.rows("new")),
                            added)
                    .execute();
        }
        if (!changed.isEmpty()) {
            RankedRow.COLUMNS
                    .bind(
                            handle.createUpdate("""
                                    update standings kept set version = version + 1, as_of = new.as_of,
                                        cooldown_until = new.cooldown_until, rebuilt_on = new.rebuilt_on,
                                        watch_time = coalesce(new.watch_time, kept.watch_time),
                                        messages = coalesce(new.messages, kept.messages),
                                        baseline_watch_time = coalesce(new.baseline_watch_time, kept.baseline_watch_time),
                                        baseline_messages = coalesce(new.baseline_messages, kept.baseline_messages)
                                    from\s""" + RankedRow.COLUMNS.rows("new")
                                    + " where kept.channel_key = new.channel_key and kept.chunk = new.chunk"),
                            changed)
                    .execute();
        }
    }
}

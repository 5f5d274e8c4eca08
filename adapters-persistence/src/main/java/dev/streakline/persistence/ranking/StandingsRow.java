package dev.streakline.persistence.ranking;

import dev.streakline.application.ranking.Waiting;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.Standings;
import dev.streakline.persistence.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
 * @param anewOn the day in UTC on which it was last made of all values
 * @param night what the last night found; absent before the first
 */
record StandingsRow(
        Place place,
        LocalDate anewOn,
        Both standings,
        @Nullable Both night) {

    /** The standings by both metrics. */
    record Both(Standings watchTime, Standings messages) {

        static Both of(Values values) {
            return new Both(values.standings(Metric.WATCH_TIME), values.standings(Metric.MESSAGES));
        }

        Both with(Values changed) {
            return new Both(
                    changed.mergedInto(watchTime, Metric.WATCH_TIME), changed.mergedInto(messages, Metric.MESSAGES));
        }

        Standings by(Metric metric) {
            return metric == Metric.WATCH_TIME ? watchTime : messages;
        }
    }

    /** Those of the wanted places, and others of their channels, that were ever ranked. */
    static Set<Place> known(Handle handle, List<Place> wanted) {
        return handle.createQuery("select channel_key, chunk from standings where channel_key = any(:channels)")
                .bind("channels", Values.channels(wanted))
                .map((row, context) -> Place.of(row))
                .set();
    }

    /**
     * Reads the wanted rows so that nobody else changes them until this transaction ends. Where many are ranked all the time,
     * those that another ranks now, or has ranked meanwhile and that rest, are left to him.
     */
    static Map<Place, StandingsRow> lock(Handle handle, List<Place> wanted, Waiting which, Instant now) {
        boolean isForMany = which instanceof Waiting.Changed || which instanceof Waiting.Paced;
        String rested = which instanceof Waiting.Paced ? " and rests_until <= " + EpochMicros.of(now) : "";
        Map<Place, StandingsRow> rows = handle.createQuery("select * from standings where channel_key = any(:channels)"
                        + rested + " order by channel_key, chunk for no key update" + (isForMany ? " skip locked" : ""))
                .bind("channels", Values.channels(wanted))
                .map((row, context) -> of(row))
                .collect(Collectors.toMap(StandingsRow::place, row -> row));
        rows.keySet().retainAll(Set.copyOf(wanted));
        return rows;
    }

    private static StandingsRow of(ResultSet row) throws SQLException {
        byte[] night = row.getBytes("night_watch_time");
        return new StandingsRow(
                Place.of(row),
                LocalDate.ofEpochDay(row.getInt("anew_on")),
                both(row.getBytes("watch_time"), row.getBytes("messages")),
                night == null ? null : both(night, row.getBytes("night_messages")));
    }

    /** How much work it is, among others. */
    double weight() {
        return 1.0 + standings.watchTime().size() + standings.messages().size();
    }

    private static Both both(byte[] watchTime, byte[] messages) {
        return new Both(StandingsBytes.standings(watchTime), StandingsBytes.standings(messages));
    }

    /**
     * A row that was ranked.
     *
     * @param before absent for one that is new
     * @param rest for how long it is not ranked again all the time
     */
    record Ranked(StandingsRow row, @Nullable StandingsRow before, Instant asOf, Duration rest) {

        private static final Columns<Ranked> COLUMNS = new Columns<Ranked>()
                .with("channel_key", "int8", ranked -> ranked.row.place().channelKey())
                .with("chunk", "int2", ranked -> ranked.row.place().chunk())
                .with("as_of", "int8", ranked -> EpochMicros.of(ranked.asOf))
                .with("rests_until", "int8", ranked -> EpochMicros.of(ranked.asOf.plus(ranked.rest)))
                .with("anew_on", "int4", ranked -> ranked.row.anewOn().toEpochDay())
                .withBytes("watch_time", ranked -> ranked.changed(Metric.WATCH_TIME))
                .withBytes("messages", ranked -> ranked.changed(Metric.MESSAGES))
                .withBytes("night_watch_time", ranked -> ranked.changedNight(Metric.WATCH_TIME))
                .withBytes("night_messages", ranked -> ranked.changedNight(Metric.MESSAGES));

        private byte @Nullable [] changed(Metric metric) {
            return bytesOfChanged(row.standings(), before == null ? null : before.standings(), metric);
        }

        private byte @Nullable [] changedNight(Metric metric) {
            return bytesOfChanged(row.night(), before == null ? null : before.night(), metric);
        }

        /** Bytes that are as before stay where they are, and are not logged again. */
        private static byte @Nullable [] bytesOfChanged(@Nullable Both now, @Nullable Both before, Metric metric) {
            return now == null || (before != null && now.by(metric).equals(before.by(metric)))
                    ? null
                    : StandingsBytes.of(now.by(metric));
        }
    }

    /** Writes rows that were ranked. */
    static void write(Handle handle, List<Ranked> rows) {
        List<Ranked> added =
                rows.stream().filter(ranked -> ranked.before == null).toList();
        List<Ranked> changed =
                rows.stream().filter(ranked -> ranked.before != null).toList();
        if (!added.isEmpty()) {
            Ranked.COLUMNS
                    .bind(
                            handle.createUpdate(
                                    "insert into standings select channel_key, chunk, 1, as_of, rests_until, anew_on,"
                                            + " watch_time, messages, night_watch_time, night_messages from "
                                            + Ranked.COLUMNS.rows("new")),
                            added)
                    .execute();
        }
        if (!changed.isEmpty()) {
            Ranked.COLUMNS
                    .bind(
                            handle.createUpdate("""
                                    update standings kept set version = version + 1, as_of = new.as_of,
                                        rests_until = new.rests_until, anew_on = new.anew_on,
                                        watch_time = coalesce(new.watch_time, kept.watch_time),
                                        messages = coalesce(new.messages, kept.messages),
                                        night_watch_time = coalesce(new.night_watch_time, kept.night_watch_time),
                                        night_messages = coalesce(new.night_messages, kept.night_messages)
                                    from\s""" + Ranked.COLUMNS.rows("new")
                                    + " where kept.channel_key = new.channel_key and kept.chunk = new.chunk"),
                            changed)
                    .execute();
        }
    }
}

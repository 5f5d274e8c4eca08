package dev.streakline.persistence.history;

import dev.streakline.application.fact.Space;
import dev.streakline.application.fact.Verdict;
import dev.streakline.application.history.FactLog;
import dev.streakline.persistence.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * A table of facts about one kind of subject: takes in what is new, and says what became of the rest.
 *
 * @param <R> its rows
 */
final class FactTable<R extends FactTable.Row> {

    /** Facts about viewers. */
    static final FactTable<FactRow> VIEWERS =
            new FactTable<>("fact", "shard = (:subject & 15)::int2 and viewer_key = :subject", FactRow.COLUMNS);
    /** Facts about titles. */
    static final FactTable<TitleRow> TITLES = new FactTable<>("title_fact", "title_key = :subject", TitleRow.COLUMNS);
    /** Facts about channels. */
    static final FactTable<ChannelFactRow> CHANNELS =
            new FactTable<>("channel_fact", "channel_key = :subject", ChannelFactRow.COLUMNS);

    private static final Columns<Place> SENT =
            new Columns<Place>().with("subject", "int8", Place::subjectKey).withDigest("identity", Place::identity);

    /** The order in which a copy comes to them: partition by partition. */
    private static final Comparator<Place> ASCENDING = Comparator.<Place>comparingInt(
                    place -> Shards.of(place.subjectKey()))
            .thenComparingLong(Place::subjectKey)
            .thenComparing(Place::identity);

    private final String table;
    /** Of rows about {@code :subject}, for the primary key. */
    private final String isAbout;

    private final Columns<R> columns;

    private FactTable(String table, String isAbout, Columns<R> columns) {
        this.table = table;
        this.isAbout = isAbout;
        this.columns = columns;
    }

    /** A row of a table of facts. */
    interface Row {

        Place place();

        /** To tell a duplicate from a conflict. */
        UUID content();
    }

    /** The table of facts about subjects of a kind. */
    static FactTable<?> of(Space space) {
        return switch (space) {
            case VIEWER -> VIEWERS;
            case TITLE -> TITLES;
            case CHANNEL -> CHANNELS;
        };
    }

    /** What no two rows share. */
    record Place(long subjectKey, UUID identity) {}

    /** What is known of a place. */
    private record Known(UUID content, boolean withdrawn) {

        private Verdict of(Row row) {
            if (withdrawn) {
                return Verdict.withdrawn();
            }
            return content.equals(row.content()) ? Verdict.duplicate() : Verdict.conflict();
        }
    }

    /** At how many places it looks whether they are free. */
    enum Look {
        /** At some, as digests have it: where they are free all are taken to be so, for who sends again sends the whole again. */
        AT_SOME(16),
        /** At every place. */
        AT_ALL(Integer.MAX_VALUE);

        private final int places;

        Look(int places) {
            this.places = places;
        }
    }

    /**
     * Copies in the rows whose places are free, in one order for all, so that two who append never wait for each other in
     * turn. When a place is not free after all, the transaction fails and is to be tried again, looking at all of them; that
     * may have to be done again when others append the same meanwhile.
     *
     * @param withdrawing the places in {@code rows} of those that claim to be withdrawn
     */
    Appended append(Handle handle, List<R> rows, BitSet withdrawing, Look look) throws SQLException {
        Map<Place, R> first = new HashMap<>();
        rows.forEach(row -> first.putIfAbsent(row.place(), row));
        Map<Place, Known> known =
                known(handle, first.keySet().stream().limit(look.places).toList());
        if (!known.isEmpty() && look.places < first.size()) {
            known = known(handle, List.copyOf(first.keySet()));
        }
        first.keySet().removeAll(known.keySet());
        if (!first.isEmpty()) {
            columns.copyInto(
                    handle,
                    table,
                    first.values().stream()
                            .sorted(Comparator.comparing(Row::place, ASCENDING))
                            .toList());
        }
        Appended appended = judge(rows, withdrawing, known);
        withdraw(handle, appended.withdrawn());
        return appended;
    }

    /**
     * What became of rows.
     *
     * @param verdicts one for each row, in their order
     * @param withdrawn the places that are withdrawn now and were not before
     */
    record Appended(List<Verdict> verdicts, List<Place> withdrawn) {}

    /** What {@link #append} would answer. */
    List<Verdict> judge(Handle handle, List<? extends Row> rows, BitSet withdrawing) {
        return judge(
                        rows,
                        withdrawing,
                        known(handle, rows.stream().map(Row::place).distinct().toList()))
                .verdicts();
    }

    private static Appended judge(List<? extends Row> rows, BitSet withdrawing, Map<Place, Known> known) {
        List<Verdict> verdicts = new ArrayList<>(rows.size());
        List<Place> withdrawn = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Known before = known.putIfAbsent(row.place(), new Known(row.content(), false));
            Verdict verdict = before == null ? Verdict.accepted() : before.of(row);
            if (withdrawing.get(i) && !verdict.equals(Verdict.conflict()) && !verdict.equals(Verdict.withdrawn())) {
                known.put(row.place(), new Known(row.content(), true));
                withdrawn.add(row.place());
                verdict = Verdict.withdrawn();
            }
            verdicts.add(verdict);
        }
        return new Appended(verdicts, withdrawn);
    }

    /** One look into the primary key for each row: a plain join is planned as a scan of every partition. */
    private Map<Place, Known> known(Handle handle, List<Place> places) {
        Map<Place, Known> known = new HashMap<>();
        if (!places.isEmpty()) {
            SENT.bind(
                            handle.createQuery("select subject, identity, content, withdrawn from " + SENT.rows("sent")
                                    + " cross join lateral (select content, withdrawn from " + table + " fact where "
                                    + isAbout.replace(":subject", "sent.subject")
                                    + " and fact.identity = sent.identity limit 1) as fact"),
                            places)
                    .map((row, context) -> known.put(place(row), new Known(uuid(row, 3), row.getBoolean(4))))
                    .forEach(put -> {});
        }
        return known;
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getLong(1), uuid(row, 2));
    }

    private static UUID uuid(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    /** What is known of a place. */
    FactLog.State state(Handle handle, Place place) {
        Known known = known(handle, List.of(place)).get(place);
        if (known == null) {
            return FactLog.State.UNKNOWN;
        }
        return known.withdrawn() ? FactLog.State.WITHDRAWN : FactLog.State.COUNTS;
    }

    private String withdrawal() {
        return "update " + table + " set withdrawn = true where identity = :identity and not withdrawn and " + isAbout;
    }

    private void withdraw(Handle handle, List<Place> places) {
        if (!places.isEmpty()) {
            PreparedBatch updates = handle.prepareBatch(withdrawal());
            places.stream()
                    .sorted(ASCENDING)
                    .forEach(place -> updates.bind("identity", place.identity())
                            .bind("subject", place.subjectKey())
                            .add());
            updates.execute();
        }
    }

    /** Withdraws a fact, whose row stays; what was known of it before. */
    FactLog.State withdraw(Handle handle, Place place) {
        int withdrawn = handle.createUpdate(withdrawal())
                .bind("identity", place.identity())
                .bind("subject", place.subjectKey())
                .execute();
        return withdrawn > 0 ? FactLog.State.COUNTS : state(handle, place);
    }
}

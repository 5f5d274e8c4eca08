package dev.streakline.persistence.intake;

import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.SubjectType;
import dev.streakline.application.intake.FactLog;
import dev.streakline.persistence.name.Dimension;
import dev.streakline.persistence.name.FactKey;
import dev.streakline.persistence.rows.Columns;
import dev.streakline.persistence.shard.Shards;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** A table of facts about one kind of subject: inserts the new ones, and returns the outcome of the others. */
final class FactTable {

    private static final FactTable VIEWERS =
            new FactTable("fact", "shard = (:subject & 15)::int2 and viewer_key = :subject", FactLayout.ofViewers());
    private static final FactTable TITLES =
            new FactTable("title_fact", "title_key = :subject", FactLayout.of(Dimension.TITLE));
    private static final FactTable CHANNELS =
            new FactTable("channel_fact", "channel_key = :subject", FactLayout.of(Dimension.CHANNEL));

    private static final Columns<FactKey> SENT = new Columns<FactKey>()
            .with("subject", "int8", FactKey::subjectKey)
            .withDigest("identity", FactKey::identity);

    /** The order in which a copy inserts rows: partition by partition. */
    private static final Comparator<FactKey> ASCENDING = Comparator.<FactKey>comparingInt(
                    key -> Shards.of(key.subjectKey()))
            .thenComparingLong(FactKey::subjectKey)
            .thenComparing(FactKey::identity);

    private final String table;
    /** Restricts rows to {@code :subject}, for the primary key. */
    private final String isAbout;

    private final FactLayout layout;

    private FactTable(String table, String isAbout, FactLayout layout) {
        this.table = table;
        this.isAbout = isAbout;
        this.layout = layout;
    }

    /** The table of facts about subjects of a kind. */
    static FactTable of(SubjectType subjectType) {
        return switch (subjectType) {
            case VIEWER -> VIEWERS;
            case TITLE -> TITLES;
            case CHANNEL -> CHANNELS;
        };
    }

    /** What is known of a key. */
    private record StoredIdentity(UUID content, boolean withdrawn) {

        private IngestResult of(FactRow row) {
            if (withdrawn) {
                return IngestResult.withdrawn();
            }
            return content.equals(row.content()) ? IngestResult.duplicate() : IngestResult.conflict();
        }
    }

    /** At how many keys it checks whether they are free. */
    enum IdentityCheck {
        /**
         * Checks a sample, as digests order them. If none exists, the batch is assumed to be new, because clients
         * resend whole batches.
         */
        SAMPLE(16),
        /** At every key. */
        ALL(Integer.MAX_VALUE);

        private final int keys;

        IdentityCheck(int keys) {
            this.keys = keys;
        }
    }

    /**
     * Copies in the rows whose keys are free, in one order for all, so that two concurrent appends cannot deadlock. If
     * a key is not free after all, the transaction fails; try again with a check of every key. Concurrent appends of
     * the same facts may make further tries necessary.
     *
     * @param withdrawing the positions in {@code rows} of those that state that they are withdrawn
     */
    AppendResult append(Handle handle, List<FactRow> rows, BitSet withdrawing, IdentityCheck identityCheck)
            throws SQLException {
        Map<FactKey, FactRow> first = new HashMap<>();
        rows.forEach(row -> first.putIfAbsent(row.key(), row));
        Map<FactKey, StoredIdentity> storedIdentity = storedIdentities(
                handle, first.keySet().stream().limit(identityCheck.keys).toList());
        if (!storedIdentity.isEmpty() && identityCheck.keys < first.size()) {
            storedIdentity = storedIdentities(handle, List.copyOf(first.keySet()));
        }
        first.keySet().removeAll(storedIdentity.keySet());
        if (!first.isEmpty()) {
            List<FactRow> added = first.values().stream()
                    .sorted(Comparator.comparing(FactRow::key, ASCENDING))
                    .toList();
            layout.columns(types(added)).copyInto(handle, table, added);
        }
        AppendResult appendResult = preview(rows, withdrawing, storedIdentity);
        withdraw(handle, appendResult.withdrawn());
        return appendResult;
    }

    private static Set<FactType> types(List<FactRow> rows) {
        Set<FactType> types = EnumSet.noneOf(FactType.class);
        rows.forEach(row -> types.add(row.fact().type()));
        return types;
    }

    /**
     * The outcome of rows.
     *
     * @param results one for each row, in their order
     * @param withdrawn the keys that are withdrawn now and were not before
     */
    record AppendResult(List<IngestResult> results, List<FactKey> withdrawn) {}

    /** The results that {@link #append} would return. */
    List<IngestResult> preview(Handle handle, List<FactRow> rows, BitSet withdrawing) {
        return preview(
                        rows,
                        withdrawing,
                        storedIdentities(
                                handle,
                                rows.stream().map(FactRow::key).distinct().toList()))
                .results();
    }

    private static AppendResult preview(
            List<FactRow> rows, BitSet withdrawing, Map<FactKey, StoredIdentity> storedIdentity) {
        List<IngestResult> results = new ArrayList<>(rows.size());
        List<FactKey> withdrawn = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            FactRow row = rows.get(i);
            StoredIdentity before = storedIdentity.putIfAbsent(row.key(), new StoredIdentity(row.content(), false));
            IngestResult result = before == null ? IngestResult.accepted() : before.of(row);
            if (withdrawing.get(i)
                    && !result.equals(IngestResult.conflict())
                    && !result.equals(IngestResult.withdrawn())) {
                storedIdentity.put(row.key(), new StoredIdentity(row.content(), true));
                withdrawn.add(row.key());
                result = IngestResult.withdrawn();
            }
            results.add(result);
        }
        return new AppendResult(results, withdrawn);
    }

    /** One look into the primary key for each row: a plain join is planned as a scan of every partition. */
    private Map<FactKey, StoredIdentity> storedIdentities(Handle handle, List<FactKey> keys) {
        Map<FactKey, StoredIdentity> storedIdentity = new HashMap<>();
        if (!keys.isEmpty()) {
            SENT.bind(
                            handle.createQuery("select subject, identity, content, withdrawn from " + SENT.rows("sent")
                                    + " cross join lateral (select content, withdrawn from " + table + " fact where "
                                    + isAbout.replace(":subject", "sent.subject")
                                    + " and fact.identity = sent.identity limit 1) as fact"),
                            keys)
                    .map((row, context) ->
                            storedIdentity.put(key(row), new StoredIdentity(uuid(row, 3), row.getBoolean(4))))
                    .forEach(put -> {});
        }
        return storedIdentity;
    }

    private static FactKey key(ResultSet row) throws SQLException {
        return new FactKey(row.getLong(1), uuid(row, 2));
    }

    private static UUID uuid(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    /** What is known of a key. */
    FactLog.FactState state(Handle handle, FactKey key) {
        StoredIdentity storedIdentity = storedIdentities(handle, List.of(key)).get(key);
        if (storedIdentity == null) {
            return FactLog.FactState.UNKNOWN;
        }
        return storedIdentity.withdrawn() ? FactLog.FactState.WITHDRAWN : FactLog.FactState.ACTIVE;
    }

    private String withdrawal() {
        return "update " + table + " set withdrawn = true where identity = :identity and not withdrawn and " + isAbout;
    }

    private void withdraw(Handle handle, List<FactKey> keys) {
        if (!keys.isEmpty()) {
            PreparedBatch updates = handle.prepareBatch(withdrawal());
            keys.stream()
                    .sorted(ASCENDING)
                    .forEach(key -> updates.bind("identity", key.identity())
                            .bind("subject", key.subjectKey())
                            .add());
            updates.execute();
        }
    }

    /** Withdraws a fact, whose row stays; what was known of it before. */
    FactLog.FactState withdraw(Handle handle, FactKey key) {
        int withdrawn = handle.createUpdate(withdrawal())
                .bind("identity", key.identity())
                .bind("subject", key.subjectKey())
                .execute();
        return withdrawn > 0 ? FactLog.FactState.ACTIVE : state(handle, key);
    }
}

package dev.streakline.persistence.name;

import dev.streakline.application.fact.FactId;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.persistence.rows.Columns;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/** The keys of the names that a batch of facts mentions. */
public final class Keys {

    private final Map<Dimension, Map<String, Long>> keys = new EnumMap<>(Dimension.class);
    private final Map<Dimension, Set<String>> missing = new EnumMap<>(Dimension.class);

    /** The requested names. */
    private final Map<Dimension, Map<String, Long>> asked = new EnumMap<>(Dimension.class);

    private long lastAssumed;

    private Keys() {}

    /** The keys of those names that are known. */
    public static Keys find(Handle handle, Map<Dimension, Set<String>> names) {
        return find(handle, names, new KeyCache());
    }

    /** As {@link #find(Handle, Map)}, but takes cached keys from the cache; {@link #cache} adds the others to it. */
    public static Keys find(Handle handle, Map<Dimension, Set<String>> names, KeyCache cache) {
        Keys found = new Keys();
        for (Map.Entry<Dimension, Set<String>> some : names.entrySet()) {
            Dimension dimension = some.getKey();
            Map<String, Long> known = new HashMap<>();
            Set<String> wanted = cache.find(dimension, some.getValue(), known);
            if (!wanted.isEmpty()) {
                handle.createQuery("select name, " + dimension.key() + " from " + dimension.table()
                                + " where name = any(:names)")
                        .bind("names", array(wanted))
                        .map((row, context) -> {
                            String name = row.getString(1);
                            long key = row.getLong(2);
                            found.asked
                                    .computeIfAbsent(dimension, unseen -> new HashMap<>())
                                    .put(name, key);
                            return known.put(name, key);
                        })
                        .list();
            }
            found.keys.put(dimension, known);
            Set<String> unknown = new TreeSet<>(NameIndex.CODE_POINT_ORDER);
            some.getValue().stream().filter(name -> !known.containsKey(name)).forEach(unknown::add);
            if (!unknown.isEmpty()) {
                found.missing.put(dimension, unknown);
            }
        }
        return found;
    }

    /** The names that are not known; empty when all are. */
    public Map<Dimension, Set<String>> missing() {
        return missing;
    }

    /** Adds the keys that were looked up to a cache. Call when the transaction that found them has committed. */
    public void cache(KeyCache cache) {
        asked.forEach((dimension, names) -> names.forEach((name, key) -> cache.put(dimension, name, key)));
    }

    /** Gives the names that are not known keys that no row has. */
    public void assumeMissing() {
        missing.forEach(
                (dimension, names) -> names.forEach(name -> known(dimension).put(name, --lastAssumed)));
        missing.clear();
    }

    /** Makes keys for names, in ascending order of the names, so that two concurrent calls cannot deadlock. */
    public static void make(Handle handle, Map<Dimension, Set<String>> names) {
        for (Map.Entry<Dimension, Set<String>> some : names.entrySet()) {
            handle.createUpdate("insert into " + some.getKey().table()
                            + " (name) select unnest(:names) on conflict (name) do nothing")
                    .bind("names", array(some.getValue()))
                    .execute();
        }
    }

    private static Argument array(Collection<String> names) {
        return Columns.array("text", names.toArray());
    }

    /** The key of a name that is known. */
    public long of(Dimension dimension, String name) {
        return Objects.requireNonNull(known(dimension).get(name), "key");
    }

    private Map<String, Long> known(Dimension dimension) {
        return Objects.requireNonNull(keys.get(dimension), "dimension");
    }

    /** The key of a name that is known; absent for no name. */
    @Nullable
    public Long ofOptional(Dimension dimension, @Nullable String name) {
        return name == null ? null : of(dimension, name);
    }

    /** The key of a fact. */
    public FactKey factKey(FactId id) {
        return new FactKey(of(Dimension.of(id.subjectType()), id.subject()), Digest.identity(id));
    }
}

package dev.streakline.persistence.name;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cache of keys found in the database, which saves a look-up with every batch. Has no viewers, who may be erased and
 * return with another key; other names are never removed. Safe for use by several threads.
 */
public final class KeyCache {

    /** The most cached names of each kind, some ten megabytes. */
    private static final int MOST = 100_000;

    private final Map<Dimension, Map<String, Long>> keys = new EnumMap<>(Dimension.class);

    public KeyCache() {
        for (Dimension dimension : Dimension.values()) {
            if (dimension != Dimension.VIEWER) {
                keys.put(dimension, new ConcurrentHashMap<>());
            }
        }
    }

    /**
     * Looks names up.
     *
     * @param known receives the cached ones
     * @return the others
     */
    public Set<String> find(Dimension dimension, Set<String> names, Map<String, Long> known) {
        Map<String, Long> here = keys.get(dimension);
        if (here == null || here.isEmpty()) {
            return names;
        }
        Set<String> others = new HashSet<>();
        for (String name : names) {
            Long key = here.get(name);
            if (key == null) {
                others.add(name);
            } else {
                known.put(name, key);
            }
        }
        return others;
    }

    /** The key of a name, if cached. */
    public Optional<Long> find(Dimension dimension, String name) {
        return Optional.ofNullable(keys.get(dimension)).map(here -> here.get(name));
    }

    /** Caches a key that was found in the database; clears the cache when it is full. */
    public void put(Dimension dimension, String name, long key) {
        Map<String, Long> here = keys.get(dimension);
        if (here != null) {
            if (here.size() >= MOST) {
                here.clear();
            }
            here.put(name, key);
        }
    }
}

package dev.streakline.persistence.name;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys that were found in the database, so that they are not asked for with every batch. None of viewers, who may be
 * forgotten and then come back with another key; other names stay for ever. Safe for several threads at once.
 */
public final class KeyCache {

    /** Of each kind of name, some ten megabytes. */
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
     * @param known takes those that are at hand
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

    /** The key of a name, when it is at hand. */
    public Optional<Long> find(Dimension dimension, String name) {
        return Optional.ofNullable(keys.get(dimension)).map(here -> here.get(name));
    }

    /** Takes a key that was found in the database; when there are too many, it begins anew. */
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

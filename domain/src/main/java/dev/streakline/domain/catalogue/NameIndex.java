package dev.streakline.domain.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names as dense keys, so that columns can store them: the first name gets 0, the next new one 1. Names are never
 * removed. Not safe for use by several threads.
 */
public final class NameIndex {

    /** The key that represents no name. */
    public static final int NONE = -1;

    /**
     * Names in code-point order: by Unicode scalar value, as {@code COLLATE "C"} in UTF-8, unlike
     * {@link String#compareTo}, which puts U+1D504 before U+FF5E (detail 42).
     */
    public static final Comparator<String> CODE_POINT_ORDER = NameIndex::compare;

    private final Map<String, Integer> keys = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** The key of a name, which is new or known; the exact text counts. */
    public int keyOf(String name) {
        Integer known = keys.get(name);
        if (known != null) {
            return known;
        }
        keys.put(name, names.size());
        names.add(name);
        return names.size() - 1;
    }

    /**
     * The name of a key.
     *
     * @throws IndexOutOfBoundsException for a key that was never given
     */
    public String nameOf(int key) {
        return names.get(key);
    }

    /** A copy with the same keys; additions to one are not in the other. */
    public NameIndex copy() {
        NameIndex copy = new NameIndex();
        names.forEach(copy::keyOf);
        return copy;
    }

    /** How many names there are. */
    public int size() {
        return names.size();
    }

    private static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return Integer.compare(rank(x), rank(y));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** Surrogates represent code points above all others. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }
}

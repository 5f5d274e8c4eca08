package dev.streakline.persistence.name;

import dev.streakline.domain.catalogue.KeyTally;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Keys of the database as dense numbers, in the order of first sight, starting at 0. */
public final class DenseKeys {

    /** The number of an absent key. */
    static final int NONE = KeyTally.NONE;

    private final KeyTally index = new KeyTally();

    /** The number of a key; an absent key is added. */
    public int of(long key) {
        return index.indexOf(key);
    }

    /** The number of a key, or {@link #NONE}. */
    public int find(long key) {
        return index.find(key);
    }

    /** The key of a number. */
    public long key(int number) {
        return index.key(number);
    }

    /** How many keys there are. */
    public int size() {
        return index.size();
    }

    /** The keys from a number on as an array within a statement. */
    String sqlArrayFrom(int number) {
        return Arrays.stream(index.keys())
                .skip(number)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(",", "'{", "}'"));
    }

    /** The keys by their numbers. */
    public Long[] keys() {
        return Arrays.stream(index.keys()).boxed().toArray(Long[]::new);
    }
}

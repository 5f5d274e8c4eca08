package dev.streakline.persistence.rows;

import java.util.function.Function;

/** The codes of enums as the database stores them. */
public final class Codes {

    private Codes() {}

    /**
     * The value of a word.
     *
     * @throws IllegalStateException for a word that no value has
     */
    public static <E> E value(E[] values, Function<E, String> code, String word) {
        for (E value : values) {
            if (code.apply(value).equals(word)) {
                return value;
            }
        }
        throw new IllegalStateException(
                "the database contains the word \"" + word + "\", which this version does not know");
    }
}

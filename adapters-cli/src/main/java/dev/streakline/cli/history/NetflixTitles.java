package dev.streakline.cli.history;

import java.util.Map;

/**
 * How Netflix's files name what was played: only by a text such as {@code Dark: Season 1: Secrets}, in the language of
 * the account. The text itself is the title's id where it may be one. It does not say what is a film and what an
 * episode, nor where a show's name ends, so no title facts are made.
 */
final class NetflixTitles {
    /** The source of all facts that are read from Netflix's files. */
    static final String SOURCE = "netflix";

    private NetflixTitles() {}

    /** Puts the title into the data of a watch; nothing where the row names none. */
    static void putInto(Map<String, Object> data, String title) {
        if (!title.isEmpty()) {
            data.put("title", FactTexts.identifier(title, "netflix:"));
        }
    }
}

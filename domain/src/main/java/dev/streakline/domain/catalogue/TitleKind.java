package dev.streakline.domain.catalogue;

import java.util.Optional;

/**
 * What a title is. {@link #UNKNOWN} is the kind of a title that no fact has described yet; no fact can state it.
 */
public enum TitleKind {
    MOVIE("movie"),
    EPISODE("episode"),
    VIDEO("video"),
    STREAM("stream"),
    UNKNOWN("unknown");

    private static final TitleKind[] KINDS = values();

    private final String code;

    TitleKind(String code) {
        this.code = code;
    }

    /** The stable lower-case word for this kind in facts and answers, such as {@code "movie"}. */
    public String code() {
        return code;
    }

    /** The kind of exactly this code, {@code "unknown"} included; empty for every other text, also {@code "Movie"}. */
    public static Optional<TitleKind> ofCode(String code) {
        for (TitleKind kind : KINDS) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}

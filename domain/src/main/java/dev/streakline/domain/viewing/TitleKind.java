package dev.streakline.domain.viewing;

import java.util.Optional;

/** What sort of thing a title is. Only movies and episodes count in ladders. */
public enum TitleKind {
    /** A film. */
    MOVIE("movie"),
    /** An episode, usually of a show. */
    EPISODE("episode"),
    /** A video, such as a lesson of a course. */
    VIDEO("video"),
    /** A live stream or its recording. */
    STREAM("stream"),
    /** A title that was watched but never described; it counts in time and in no ladder (detail 72). */
    UNKNOWN("unknown");

    private final String code;

    TitleKind(String code) {
        this.code = code;
    }

    /** The name in facts and answers, lower case. */
    public String code() {
        return code;
    }

    /** The kind of this code; empty when there is none. */
    public static Optional<TitleKind> ofCode(String code) {
        for (TitleKind kind : values()) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}

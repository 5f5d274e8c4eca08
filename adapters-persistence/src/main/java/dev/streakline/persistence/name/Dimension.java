package dev.streakline.persistence.name;

import dev.streakline.application.fact.SubjectType;

/** Names that facts refer to by key; each kind has a table of its own. */
public enum Dimension {
    VIEWER("viewer"),
    TITLE("title"),
    CHANNEL("channel"),
    PLATFORM("platform"),
    SOURCE("source");

    private final String table;

    Dimension(String table) {
        this.table = table;
    }

    /** The names that subjects in a space have. */
    public static Dimension of(SubjectType subjectType) {
        return switch (subjectType) {
            case VIEWER -> VIEWER;
            case TITLE -> TITLE;
            case CHANNEL -> CHANNEL;
        };
    }

    /** The table, whose columns are {@code name} and {@link #key()}. */
    String table() {
        return table;
    }

    String key() {
        return table + "_key";
    }
}

package dev.streakline.persistence.name;

import dev.streakline.application.fact.FactField.Mention;
import dev.streakline.application.fact.SubjectType;

/** Names that facts refer to by key; each kind has a table of its own. */
public enum Dimension {
    VIEWER("viewer", "int8"),
    TITLE("title", "int8"),
    CHANNEL("channel", "int8"),
    PLATFORM("platform", "int4"),
    SOURCE("source", "int4");

    private final String table;
    private final String keyType;

    Dimension(String table, String keyType) {
        this.table = table;
        this.keyType = keyType;
    }

    /** The names that subjects in a space have. */
    public static Dimension of(SubjectType subjectType) {
        return switch (subjectType) {
            case VIEWER -> VIEWER;
            case TITLE -> TITLE;
            case CHANNEL -> CHANNEL;
        };
    }

    /** The names that members of facts mention. */
    public static Dimension of(Mention mention) {
        return switch (mention) {
            case TITLE -> TITLE;
            case CHANNEL -> CHANNEL;
            case PLATFORM -> PLATFORM;
        };
    }

    /** The table, whose columns are {@code name} and {@link #key()}. */
    public String table() {
        return table;
    }

    /** The column of the key, here and in the tables that refer to it. */
    public String key() {
        return table + "_key";
    }

    /** The type of the key in PostgreSQL. */
    public String keyType() {
        return keyType;
    }
}

package dev.streakline.application.fact;

/** The type of a column that stores the values of a member. */
public enum ColumnType {
    /** A {@code Boolean}. */
    BOOL("bool"),
    /** A {@code Number} of 16 bits. */
    INT2("int2"),
    /** A {@code Number} of 32 bits. */
    INT4("int4"),
    /** A {@code Number} of 64 bits. */
    INT8("int8"),
    /** A {@code String}. */
    TEXT("text"),
    /** A {@code List<String>}. */
    TEXTS("text[]");

    private final String sql;

    ColumnType(String sql) {
        this.sql = sql;
    }

    /** The name of the type in PostgreSQL, such as {@code "int4"}. */
    public String sql() {
        return sql;
    }
}

package dev.streakline.persistence.rows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * The columns of a table as arrays, so that one statement writes many rows.
 *
 * @param <T> a row
 */
public final class Columns<T> {

    private final List<Column<T>> columns = new ArrayList<>();

    private record Column<T>(
            String name, String type, String value, Field<T> field, IntFunction<@Nullable Object[]> room) {}

    /** The value of a row in a column. */
    @FunctionalInterface
    public interface Field<T> {
        @Nullable
        Object of(T row);
    }

    /**
     * Adds a column.
     *
     * @param type of PostgreSQL
     */
    public Columns<T> with(String name, String type, Field<T> field) {
        columns.add(new Column<>(name, type, name, field, Object[]::new));
        return this;
    }

    /** Adds a column of bytes. */
    public Columns<T> withBytes(String name, Field<T> field) {
        columns.add(new Column<>(name, "bytea", name, field, byte[][]::new));
        return this;
    }

    /** Adds a column of 128 bits each. They travel as bytes, which costs the sender a fraction of arrays of {@code uuid}. */
    public Columns<T> withDigest(String name, Function<T, UUID> of) {
        String value = "encode(" + name + ", 'hex')::uuid";
        columns.add(new Column<>(name, "bytea", value, row -> bytes(of.apply(row)), byte[][]::new));
        return this;
    }

    private static byte[] bytes(UUID bits) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(bits.getMostSignificantBits())
                .putLong(bits.getLeastSignificantBits())
                .array();
    }

    /** A statement that inserts the rows in their order, to be bound to them. */
    public String insertInto(String table) {
        return "insert into " + table + " (" + names() + ") select * from " + rows("new");
    }

    /** The rows in a from clause. */
    public String rows(String alias) {
        List<String> arrays = columns.stream()
                .map(column -> ":" + column.name() + "::" + column.type() + "[]")
                .toList();
        List<String> values = columns.stream()
                .map(column -> column.value() + " as " + column.name())
                .toList();
        return "(select " + String.join(", ", values) + " from unnest(" + String.join(", ", arrays) + ") as given ("
                + names() + ")) as " + alias;
    }

    private String names() {
        return String.join(", ", columns.stream().map(Column::name).toList());
    }

    /** Binds the rows to a statement that has {@link #rows} in it. A column without a value is an empty array. */
    public <S extends SqlStatement<S>> S bind(S statement, List<T> rows) {
        for (Column<T> column : columns) {
            @Nullable Object[] values = column.room().apply(rows.size());
            Arrays.setAll(values, row -> column.field().of(rows.get(row)));
            boolean isNeeded = Arrays.stream(values).anyMatch(Objects::nonNull);
            statement.bind(column.name(), array(column.type(), isNeeded ? values : new @Nullable Object[0]));
        }
        return statement;
    }

    /** Copies the rows into a table; a row that does not fit fails the transaction. Twice as fast as {@link #insertInto}. */
    public void copyInto(Handle handle, String table, List<T> rows) throws SQLException {
        PGConnection connection = handle.getConnection().unwrap(PGConnection.class);
        String copy = "copy " + table + " (" + names() + ") from stdin (format binary)";
        try (CopiedFields fields = new CopiedFields(new PGCopyOutputStream(connection, copy))) {
            for (T row : rows) {
                fields.begin(columns.size());
                for (Column<T> column : columns) {
                    fields.write(column.type(), column.field().of(row));
                }
            }
            fields.end();
        } catch (IOException failed) {
            throw new SQLException("rows could not be copied", failed);
        }
    }

    /**
     * An array to bind.
     *
     * @param type of its elements, in PostgreSQL
     */
    public static Argument array(String type, @Nullable Object[] values) {
        return (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf(type, typed(type, values)));
    }

    /** Arrays of these classes travel in binary; those of others as texts, which both sides would spend most of their time on. */
    private static @Nullable Object[] typed(String type, @Nullable Object[] values) {
        return switch (type) {
            case "int2" -> numbers(values, Number::shortValue, Short[]::new);
            case "int4" -> numbers(values, Number::intValue, Integer[]::new);
            case "int8" -> numbers(values, Number::longValue, Long[]::new);
            case "bool" -> Arrays.copyOf(values, values.length, Boolean[].class);
            case "text" -> Arrays.copyOf(values, values.length, String[].class);
            default -> values;
        };
    }

    private static <N> @Nullable N[] numbers(
            @Nullable Object[] values, Function<Number, N> convert, IntFunction<@Nullable N[]> room) {
        @Nullable N[] numbers = room.apply(values.length);
        Arrays.setAll(numbers, i -> values[i] instanceof Number number ? convert.apply(number) : null);
        return numbers;
    }
}

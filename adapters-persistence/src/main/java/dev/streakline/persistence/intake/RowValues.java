package dev.streakline.persistence.intake;

import dev.streakline.application.fact.FactField;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.FactSchema;
import dev.streakline.application.fact.Moment;
import dev.streakline.domain.calendar.EpochMicros;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.result.ResultSetException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row of a table of facts.
 *
 * @param row has each column under its name, and the name that a key represents under that of its dimension
 */
record RowValues(FactId id, Moment moment, ResultSet row, StatementContext context) implements FactSchema.Values {

    static RowValues of(FactId id, ResultSet row, StatementContext context) throws SQLException {
        Long at = row.getObject("at", Long.class);
        Moment moment = at == null
                ? new Moment.OnDate(LocalDate.ofEpochDay(row.getInt("day")))
                : new Moment.AtInstant(EpochMicros.toInstant(at));
        return new RowValues(id, moment, row, context);
    }

    @Override
    public boolean has(FactField<?, ?> field) {
        return isGiven(field);
    }

    private <V> boolean isGiven(FactField<?, V> field) {
        V value = optional(field);
        return value != null && !field.isDefault(value);
    }

    @Override
    public <V> @Nullable V optional(FactField<?, V> field) {
        try {
            Object stored = stored(field);
            return stored == null ? null : field.restored(stored);
        } catch (SQLException failed) {
            throw new ResultSetException("cannot read " + field.member().label() + " of a fact", failed, context);
        }
    }

    private @Nullable Object stored(FactField<?, ?> field) throws SQLException {
        String column = field.column();
        if (column == null) {
            return row.getString(FactLayout.dimension(field).table());
        }
        return switch (field.form().column().type()) {
            case BOOL -> row.getObject(column, Boolean.class);
            case INT2, INT4 -> row.getObject(column, Integer.class);
            case INT8 -> row.getObject(column, Long.class);
            case TEXT -> row.getString(column);
            case TEXTS -> texts(row.getArray(column));
        };
    }

    private static @Nullable List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }
}

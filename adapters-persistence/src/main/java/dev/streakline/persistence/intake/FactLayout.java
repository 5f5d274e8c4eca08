package dev.streakline.persistence.intake;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactField;
import dev.streakline.application.fact.FactField.Mention;
import dev.streakline.application.fact.FactSchema;
import dev.streakline.application.fact.FactType;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.persistence.name.Dimension;
import dev.streakline.persistence.rows.Columns;
import dev.streakline.persistence.shard.Shards;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The columns of a table of facts: those that every fact has, and those that store the fields of some types. */
final class FactLayout {

    private final Supplier<Columns<FactRow>> first;
    private final UnaryOperator<Columns<FactRow>> last;

    /** For each set of types that one batch has had; there are fewer than 2 to the number of types. */
    private final Map<Set<FactType>, Columns<FactRow>> columns = new ConcurrentHashMap<>();

    private FactLayout(Supplier<Columns<FactRow>> first, UnaryOperator<Columns<FactRow>> last) {
        this.first = first;
        this.last = last;
    }

    /** The layout of the table {@code fact}. */
    static FactLayout ofViewers() {
        return new FactLayout(
                () -> identified(
                                new Columns<FactRow>().with("shard", "int2", row -> Shards.of(row.subjectKey())),
                                Dimension.VIEWER)
                        .with("type", "int2", row -> row.fact().type().number()),
                columns -> columns.with(
                        Dimension.SOURCE.key(),
                        Dimension.SOURCE.keyType(),
                        row -> row.keys().of(Dimension.SOURCE, row.fact().id().source())));
    }

    /** The layout of a table of facts about subjects that have names of this dimension. */
    static FactLayout of(Dimension subject) {
        return new FactLayout(
                () -> identified(new Columns<>(), subject),
                columns -> columns.with("source", "text", row -> row.fact().id().source()));
    }

    private static Columns<FactRow> identified(Columns<FactRow> columns, Dimension subject) {
        return columns.with(subject.key(), subject.keyType(), FactRow::subjectKey)
                .withDigest("identity", row -> row.key().identity())
                .withDigest("content", FactRow::content)
                .with("at", "int8", row -> row.fact().moment().<@Nullable Long>match(EpochMicros::of, on -> null));
    }

    /** The columns that facts of these types need. Others are not even named, since naming a column costs time for each row. */
    Columns<FactRow> columns(Set<FactType> types) {
        return columns.computeIfAbsent(types, this::layOut);
    }

    private Columns<FactRow> layOut(Set<FactType> types) {
        Columns<FactRow> all = first.get();
        if (types.stream().anyMatch(type -> type.schema().isDatable())) {
            all.with(
                    "day", "int4", row -> row.fact().moment().<@Nullable Long>match(at -> null, on -> on.toEpochDay()));
        }
        Map<String, FieldColumn> columns = new LinkedHashMap<>();
        types.forEach(type -> add(type, type.schema(), columns));
        columns.forEach((name, column) -> all.with(name, column.sqlType(), column.field()));
        return last.apply(all).with("id", "text", row -> row.fact().id().id());
    }

    private static <F extends Fact> void add(FactType type, FactSchema<F> schema, Map<String, FieldColumn> columns) {
        for (FactField<F, ?> field : schema.fields()) {
            String name = field.column();
            if (name == null) {
                Dimension dimension = dimension(field);
                FieldColumn column = column(columns, dimension.key(), dimension.keyType());
                column.byType()
                        .put(type, row -> row.keys().ofOptional(dimension, name(field, schema.cast(row.fact()))));
            } else {
                FieldColumn column =
                        column(columns, name, field.form().column().type().sql());
                column.byType().put(type, row -> field.stored(schema.cast(row.fact())));
            }
        }
    }

    private static FieldColumn column(Map<String, FieldColumn> columns, String name, String sqlType) {
        FieldColumn column =
                columns.computeIfAbsent(name, unseen -> new FieldColumn(sqlType, new EnumMap<>(FactType.class)));
        if (!column.sqlType().equals(sqlType)) {
            throw new IllegalStateException("column " + name + " is of the types " + column.sqlType() + " and "
                    + sqlType + " in the schemas of two kinds of facts. Give one of them another column.");
        }
        return column;
    }

    /**
     * A column and what facts of each type have in it.
     *
     * @param byType without the types that have nothing in it
     */
    private record FieldColumn(String sqlType, Map<FactType, Columns.Field<FactRow>> byType) {

        Columns.Field<FactRow> field() {
            return row -> {
                Columns.Field<FactRow> ofType = byType.get(row.fact().type());
                return ofType == null ? null : ofType.of(row);
            };
        }
    }

    /** The dimension whose key stores a field. */
    static Dimension dimension(FactField<?, ?> field) {
        Mention mention = field.mention();
        if (mention == null) {
            throw new IllegalStateException("the field " + field.member().label()
                    + " has neither a column nor a mention. Give it one in the schema of its kind of facts.");
        }
        return Dimension.of(mention);
    }

    /** The name that a fact mentions in a field. */
    static <F extends Fact> @Nullable String name(FactField<F, ?> field, F fact) {
        return (String) field.stored(fact);
    }
}

package dev.streakline.application.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A form of values: how the data of an event has them, which rule they obey, and how a column stores them.
 *
 * <p>Example: {@link #date()} reads {@code "2026-11-21"} and stores the days since 1970.
 *
 * @param reader takes a JSON value apart; throws {@link InvalidFactException} for one of another type
 * @param rule throws {@link InvalidFactException} for a value out of bounds
 * @param writer returns the JSON value that {@code reader} reads as the same
 * @param jsonSchema the JSON values, as OpenAPI describes them
 * @param column the values in a column
 * @param <V> the values
 */
public record ValueForm<V>(
        BiFunction<Member, Object, V> reader,
        BiConsumer<Member, V> rule,
        Function<V, Object> writer,
        Map<String, Object> jsonSchema,
        ColumnForm<V> column) {

    /**
     * How a column stores values.
     *
     * @param type of the column
     * @param store returns what the column stores
     * @param restore returns the value, from an object of the class that {@code type} names
     */
    public record ColumnForm<V>(ColumnType type, Function<V, Object> store, Function<Object, V> restore) {}

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

    /** A text within a rule. */
    static ValueForm<String> text(TextRule rule) {
        return new ValueForm<>(
                ValueForm::readText,
                rule::check,
                text -> text,
                rule.jsonSchema(),
                new ColumnForm<>(ColumnType.TEXT, text -> text, String.class::cast));
    }

    /** One of several words. */
    static <V> ValueForm<V> word(Function<String, V> parse, Function<V, String> code, List<V> all) {
        return code(
                parse,
                code,
                Map.of("type", "string", "enum", all.stream().map(code).toList()));
    }

    /** A text that encodes a value. */
    static <V> ValueForm<V> code(Function<String, V> parse, Function<V, String> code, Map<String, Object> jsonSchema) {
        return new ValueForm<>(
                (member, value) -> parse.apply(readText(member, value)),
                (member, value) -> {},
                code::apply,
                jsonSchema,
                new ColumnForm<>(ColumnType.TEXT, code::apply, text -> parse.apply((String) text)));
    }

    /** A whole number within a rule whose bounds are those of a {@code long}. */
    static ValueForm<Long> number(NumberRule rule) {
        return new ValueForm<Long>(
                rule::read,
                rule::check,
                number -> number,
                rule.jsonSchema(),
                new ColumnForm<>(rule.columnType(), number -> number, stored -> ((Number) stored).longValue()));
    }

    /** A whole number within a rule whose bounds are within those of an {@code int}. */
    static ValueForm<Integer> integer(NumberRule rule) {
        return new ValueForm<Integer>(
                (member, value) -> Math.toIntExact(rule.read(member, value)),
                rule::check,
                number -> number,
                rule.jsonSchema(),
                new ColumnForm<>(ColumnType.INT4, number -> number, stored -> ((Number) stored).intValue()));
    }

    /** True or false. */
    static ValueForm<Boolean> flag() {
        return new ValueForm<>(
                ValueForm::readFlag,
                (member, value) -> {},
                flag -> flag,
                Map.of("type", "boolean"),
                new ColumnForm<>(ColumnType.BOOL, flag -> flag, Boolean.class::cast));
    }

    /** A local date, which a column stores as days since 1970. */
    static ValueForm<LocalDate> date() {
        return new ValueForm<>(
                (member, value) -> LocalDates.read(member, readText(member, value)),
                LocalDates::check,
                LocalDate::toString,
                Map.of("type", "string", "format", "date"),
                new ColumnForm<>(
                        ColumnType.INT4,
                        date -> Math.toIntExact(date.toEpochDay()),
                        stored -> LocalDate.ofEpochDay(((Number) stored).longValue())));
    }

    /** A list of texts, in its order. The fact itself checks how many there are and what each may be. */
    static ValueForm<List<String>> texts(TextRule each, int most) {
        return new ValueForm<>(
                ValueForm::readTexts,
                (member, texts) -> {},
                List::copyOf,
                Map.of("type", "array", "maxItems", most, "items", each.jsonSchema()),
                new ColumnForm<>(ColumnType.TEXTS, texts -> texts, ValueForm::restoreTexts));
    }

    /** The same values in a column of another form. */
    ValueForm<V> stored(ColumnType type, Function<V, Object> store, Function<Object, V> restore) {
        return new ValueForm<>(reader, rule, writer, jsonSchema, new ColumnForm<>(type, store, restore));
    }

    /** The same values in a column of another type, whose bounds they are within. */
    ValueForm<V> stored(ColumnType type) {
        return stored(type, column.store(), column.restore());
    }

    /** A text of any form; the fact checks its content. */
    static String readText(Member member, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw InvalidFactException.wrongType(member, value, "a text");
    }

    static Boolean readFlag(Member member, Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw InvalidFactException.wrongType(member, value, "true or false");
    }

    private static List<String> readTexts(Member member, Object value) {
        if (!(value instanceof List<?> elements)) {
            throw InvalidFactException.wrongType(member, value, "a list of texts");
        }
        List<String> texts = new ArrayList<>(elements.size());
        for (Object element : elements) {
            if (!(element instanceof String text)) {
                throw wrongElement(member.element(texts.size()), element);
            }
            texts.add(text);
        }
        return texts;
    }

    private static InvalidFactException wrongElement(Member location, @Nullable Object element) {
        return new InvalidFactException(
                RejectionCode.WRONG_TYPE, location, "is " + ErrorExcerpt.of(element) + "; it must be a text.");
    }

    private static List<String> restoreTexts(Object stored) {
        return ((List<?>) stored).stream().map(String.class::cast).toList();
    }
}

package dev.streakline.application.fact;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One member of the data of a kind of fact: its name, the form of its values, its accessor, and the column that stores
 * it.
 *
 * <p>A field whose value names a title, a channel or a platform is stored as the key of that name, unless it has a
 * column of its own.
 *
 * @param <F> the facts
 * @param <V> the values
 */
public final class FactField<F extends Fact, V> {

    private final Member member;
    private final ValueForm<V> form;
    private final Function<F, @Nullable V> accessor;
    private final Presence presence;
    private final @Nullable Mention mention;
    private final @Nullable String column;
    private final @Nullable DefaultValue<F, V> defaultValue;

    /** What the value of a member names. Stores have each name once, and facts refer to it by a key. */
    public enum Mention {
        TITLE,
        CHANNEL,
        PLATFORM
    }

    private enum Presence {
        REQUIRED,
        OPTIONAL
    }

    /**
     * A value with the same meaning as its absence.
     *
     * @param value the value
     * @param isSendable whether an event of this fact may have it nevertheless
     */
    private record DefaultValue<F, V>(V value, Predicate<F> isSendable) {}

    private FactField(
            Member member,
            ValueForm<V> form,
            Function<F, @Nullable V> accessor,
            Presence presence,
            @Nullable Mention mention,
            @Nullable String column,
            @Nullable DefaultValue<F, V> defaultValue) {
        this.member = member;
        this.form = form;
        this.accessor = accessor;
        this.presence = presence;
        this.mention = mention;
        this.column = column;
        this.defaultValue = defaultValue;
    }

    /** A member that every event has. */
    static <F extends Fact, V> FactField<F, V> required(
            Member member, ValueForm<V> form, Function<F, @Nullable V> accessor) {
        return new FactField<>(member, form, accessor, Presence.REQUIRED, null, null, null);
    }

    /** A member that may be absent; {@code accessor} then returns null. */
    static <F extends Fact, V> FactField<F, V> optional(
            Member member, ValueForm<V> form, Function<F, @Nullable V> accessor) {
        return new FactField<>(member, form, accessor, Presence.OPTIONAL, null, null, null);
    }

    /** This field, stored in a column of that name. */
    FactField<F, V> in(String name) {
        return new FactField<>(member, form, accessor, presence, mention, name, defaultValue);
    }

    /** This field, whose text is the name of something. */
    FactField<F, V> byKey(Mention kind) {
        return new FactField<>(member, form, accessor, presence, kind, column, defaultValue);
    }

    /**
     * This field, with a value that has the same meaning as its absence. Rows always have it; a written event has it
     * only if the event that was read had it.
     *
     * @param isSendable whether an event of a fact may have the value
     */
    FactField<F, V> withDefault(V value, Predicate<F> isSendable) {
        return new FactField<>(
                member, form, accessor, presence, mention, column, new DefaultValue<>(value, isSendable));
    }

    /** The member of the data. */
    public Member member() {
        return member;
    }

    /** The form of the values. */
    public ValueForm<V> form() {
        return form;
    }

    /** Whether every event has it. */
    public boolean isRequired() {
        return presence == Presence.REQUIRED;
    }

    /** The kind of thing that a value names; null when it is no name. */
    public @Nullable Mention mention() {
        return mention;
    }

    /** The column that stores it; null when the key of a name does. */
    public @Nullable String column() {
        return column;
    }

    /** Throws when a fact must not have this value. */
    void check(@Nullable V value) {
        if (value != null) {
            form.rule().accept(member, value);
        } else if (isRequired()) {
            requireNonNull(value, member.label());
        }
    }

    /** Reads the JSON value of an event. */
    public V read(Object json) {
        return form.reader().apply(member, json);
    }

    /** The JSON value for the shortest event of a fact; null when that leaves it out. */
    public @Nullable Object written(F fact) {
        V value = accessor.apply(fact);
        return value == null || isDefault(value) ? null : form.writer().apply(value);
    }

    /** The JSON value for the longest event of a fact, which has every value that may be sent. */
    public @Nullable Object writtenWhole(F fact) {
        V value = accessor.apply(fact);
        boolean isAbsent = value == null
                || (defaultValue != null
                        && isDefault(value)
                        && !defaultValue.isSendable().test(fact));
        return isAbsent ? null : form.writer().apply(requireNonNull(value));
    }

    /** The stored value of a fact; of a mention without a column of its own, the name. */
    public @Nullable Object stored(F fact) {
        V value = accessor.apply(fact);
        return value == null ? null : form.column().store().apply(value);
    }

    /** Restores the value that a column stored. */
    public V restored(Object stored) {
        return form.column().restore().apply(stored);
    }

    boolean hasDefault() {
        return defaultValue != null;
    }

    /** Whether a value means the same as its absence. */
    public boolean isDefault(V value) {
        return defaultValue != null && defaultValue.value().equals(value);
    }
}

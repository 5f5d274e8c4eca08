package dev.streakline.application.fact;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The description of one kind of fact. Its events, its rows and its part of the OpenAPI document are derived from it.
 * It is declared beside the record of the facts, and {@link FactType#schema()} returns it.
 *
 * @param <F> the facts
 */
public final class FactSchema<F extends Fact> {

    private final Class<F> facts;
    private final Function<Values, F> constructor;
    private final List<FactField<F, ?>> fields;
    private final Set<String> names;
    private final boolean hasDefaults;
    private final List<FactField<F, ?>> mentions;

    /** The values of one fact, from an event or a stored row. */
    public interface Values {

        /** The identity of the fact. */
        FactId id();

        /** When it happened. */
        Moment moment();

        /** Whether a value was given. */
        boolean has(FactField<?, ?> field);

        /** The value of a field; null when it is absent. */
        <V> @Nullable V optional(FactField<?, V> field);

        /** The value of a field that must be there. */
        default <V> V required(FactField<?, V> field) {
            V value = optional(field);
            if (value == null) {
                throw Members.missing(field.member(), "this event needs it");
            }
            return value;
        }

        /** The value of a field, or another when it is absent. */
        default <V> V orElse(FactField<?, V> field, V other) {
            V value = optional(field);
            return value == null ? other : value;
        }

        /** Throws when a field is absent. */
        default void require(FactField<?, ?> field, String because) {
            if (!has(field)) {
                throw Members.missing(field.member(), because);
            }
        }

        /** When it happened, for a kind of fact that always has an instant. */
        default Instant time() {
            return moment().match(at -> at, on -> {
                throw new IllegalStateException("a fact of a kind that has no dates is on " + on);
            });
        }
    }

    private FactSchema(
            Class<F> facts, Function<Values, F> constructor, List<FactField<F, ?>> fields, Set<String> names) {
        this.facts = facts;
        this.constructor = constructor;
        this.fields = fields;
        this.names = names;
        this.mentions = fields.stream().filter(field -> field.mention() != null).toList();
        this.hasDefaults = fields.stream().anyMatch(FactField::hasDefault);
    }

    /**
     * A kind of fact.
     *
     * @param constructor makes a fact; the first fault in the order of its reading is the one that is reported
     * @param fields in the order in which events are written
     */
    static <F extends Fact> FactSchema<F> of(
            Class<F> facts, Function<Values, F> constructor, List<FactField<F, ?>> fields) {
        return new FactSchema<>(
                facts, constructor, List.copyOf(fields), names(fields.stream().map(FactField::member)));
    }

    /** The same kind, with this order of members in the rejection of an unknown one. */
    FactSchema<F> listing(Member... members) {
        return new FactSchema<>(facts, constructor, fields, names(Stream.of(members)));
    }

    private static Set<String> names(Stream<Member> members) {
        Set<String> names = new LinkedHashSet<>();
        members.forEach(member -> names.add(member.label()));
        return names;
    }

    /** The fields, in the order in which events are written. */
    public List<FactField<F, ?>> fields() {
        return fields;
    }

    /** The fields whose values are names. */
    public List<FactField<F, ?>> mentions() {
        return mentions;
    }

    /** The names of all members that the data may have. */
    public Set<String> names() {
        return Set.copyOf(names);
    }

    /** Whether any field has a value that means the same as its absence. */
    public boolean hasDefaults() {
        return hasDefaults;
    }

    /** Whether a local date in the data may replace the time. */
    public boolean isDatable() {
        return names.contains(Member.DATE.label());
    }

    /** The fact, cast to this kind. */
    public F cast(Fact fact) {
        return facts.cast(fact);
    }

    /** Makes the fact with these values; throws {@link InvalidFactException} when they are not valid. */
    public F read(Values values) {
        return constructor.apply(values);
    }

    /** Throws unless every member of {@code data} is known and none is null. */
    void requireKnown(FactType type, Map<?, ?> data) {
        for (Map.Entry<?, ?> member : data.entrySet()) {
            if (!(member.getKey() instanceof String name)) {
                throw new InvalidFactException(
                        RejectionCode.WRONG_TYPE,
                        Member.DATA,
                        "has a member whose name is " + ErrorExcerpt.of(member.getKey()) + "; names must be text.");
            }
            if (!names.contains(name)) {
                throw new InvalidFactException(
                        RejectionCode.FIELD_UNKNOWN,
                        Member.DATA.inside(name),
                        "is not a member of the data of " + type.code() + ", which may have " + String.join(", ", names)
                                + ". Correct or remove it.");
            }
            if (member.getValue() == null) {
                throw new InvalidFactException(
                        RejectionCode.WRONG_TYPE,
                        Member.DATA.inside(name),
                        "is null; omit the member if its value is unknown.");
            }
        }
    }
}

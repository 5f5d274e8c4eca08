package dev.streakline.application.intake;

import dev.streakline.application.fact.ContentDigest;
import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactField;
import dev.streakline.application.fact.FactSchema;
import dev.streakline.application.fact.Member;
import dev.streakline.application.fact.ParseResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts as CloudEvents that {@link EventReader} reads as the same facts: trees of maps, lists, texts, numbers and
 * booleans. Members that a fact does not have are left out.
 */
public final class EventWriter {

    private EventWriter() {}

    /** The shortest event of a fact: without {@code bits: 0} and {@code genres: []}. */
    public static Map<String, Object> event(Fact fact) {
        return event(fact, least(fact.type().schema(), fact));
    }

    /**
     * The event with the content that was sent, so that its source treats it as a duplicate (details 57): with
     * {@code bits: 0} and {@code genres: []} where the digest shows that these were sent.
     */
    public static Map<String, Object> event(ParseResult.Parsed parsed) {
        Fact fact = parsed.fact();
        FactSchema<?> schema = fact.type().schema();
        Map<String, Object> least = least(schema, fact);
        return event(fact, schema.hasDefaults() ? asSent(parsed, least, whole(schema, fact)) : least);
    }

    private static Map<String, Object> asSent(
            ParseResult.Parsed parsed, Map<String, Object> least, Map<String, Object> whole) {
        Fact fact = parsed.fact();
        Instant time = fact.moment().<@Nullable Instant>match(at -> at, on -> null);
        boolean isLeast = whole.size() == least.size()
                || ContentDigest.of(fact.type(), time, least).equals(parsed.digest());
        return isLeast ? least : whole;
    }

    /** As {@link #event(ParseResult.Parsed)}, of a fact that was withdrawn. */
    public static Map<String, Object> withdrawnEvent(ParseResult.Parsed parsed) {
        Map<String, Object> event = event(parsed);
        event.put(Member.WITHDRAWN.label(), true);
        return event;
    }

    private static <F extends Fact> Map<String, Object> least(FactSchema<F> schema, Fact fact) {
        return data(schema, fact, FactField::written);
    }

    private static <F extends Fact> Map<String, Object> whole(FactSchema<F> schema, Fact fact) {
        return data(schema, fact, FactField::writtenWhole);
    }

    /** The data of a fact, with its local date where that is all that is known of its time. */
    private static <F extends Fact> Map<String, Object> data(
            FactSchema<F> schema, Fact fact, BiFunction<FactField<F, ?>, F, @Nullable Object> written) {
        F typed = schema.cast(fact);
        Tree data = new Tree();
        data.put(Member.DATE, fact.moment().<@Nullable String>match(at -> null, LocalDate::toString));
        schema.fields().forEach(field -> data.put(field.member(), written.apply(field, typed)));
        return data.members;
    }

    private static Map<String, Object> event(Fact fact, Map<String, Object> data) {
        Tree event = new Tree();
        event.put(Member.SPECVERSION, "1.0");
        event.put(Member.TYPE, fact.type().code());
        event.put(Member.SOURCE, fact.id().source());
        event.put(Member.ID, fact.id().id());
        event.put(Member.SUBJECT, fact.id().subject());
        event.put(Member.TIME, fact.moment().<@Nullable String>match(Instant::toString, on -> null));
        event.put(Member.DATA, data);
        return event.members;
    }

    /** Members in their order; absent ones are left out. */
    private static final class Tree {

        private final Map<String, Object> members = new LinkedHashMap<>();

        private void put(Member member, @Nullable Object value) {
            if (value != null) {
                members.put(member.label(), value);
            }
        }
    }
}

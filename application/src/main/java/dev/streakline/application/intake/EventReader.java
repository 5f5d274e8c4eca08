package dev.streakline.application.intake;

import static java.util.Objects.requireNonNull;

import dev.streakline.application.fact.ContentDigest;
import dev.streakline.application.fact.ErrorExcerpt;
import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactField;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.FactSchema;
import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.Instants;
import dev.streakline.application.fact.InvalidFactException;
import dev.streakline.application.fact.Member;
import dev.streakline.application.fact.Members;
import dev.streakline.application.fact.Moment;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.RejectionCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one CloudEvents 1.0 event into a fact (section 2 of the specification).
 *
 * <p>An event is a tree as a JSON parser makes it: maps, lists, texts, booleans, nulls, and numbers as {@code Integer},
 * {@code Long}, {@code BigInteger}, {@code Double} or {@code BigDecimal}. It is read from the envelope inwards, and the
 * first fault found rejects it; the reader throws for no tree.
 *
 * <ul>
 * <li>Context attributes that are not needed are ignored, also CloudEvents' own {@code datacontenttype}; one that is
 *     null is absent, as CloudEvents has it.
 * <li>The extension attribute {@code withdrawn}, true or false, states whether the fact is known to be withdrawn; any
 *     other value is refused.
 * <li>A member of {@code data} that the type does not know, or that is null, is refused: a misspelt or a lost value
 *     would otherwise pass for an absent one.
 * <li>Times more than five minutes ahead of now are refused, and dates later than the date of that limit at UTC+14
 *     (details 60).
 * </ul>
 *
 * <p>Safe for use by several threads.
 */
public final class EventReader {

    private static final String SPECVERSION = "1.0";
    private static final Duration LEEWAY = Duration.ofMinutes(5);
    private static final ZoneOffset EARLIEST_ZONE = ZoneOffset.ofHours(14);

    private final InstantSource clock;

    /** @param clock decides which times are in the future */
    public EventReader(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    /** Reads an event as a fact, or as the reason why it is none. */
    public ParseResult read(Map<String, ?> event) {
        try {
            return accepted(Members.ofContext(event));
        } catch (InvalidFactException invalid) {
            return new ParseResult.Rejected(invalid.rejection());
        }
    }

    private ParseResult accepted(Members context) {
        requireVersion(context);
        FactType type = type(context);
        FactId id = new FactId(
                type.subjectType(), context.text(Member.SUBJECT), context.text(Member.SOURCE), context.text(Member.ID));
        Map<?, ?> object = object(context);
        Members data = Members.ofData(object, type);
        Moment moment = moment(type, context, data);
        Instant time = moment.instant().orElse(null);
        Fact fact = type.schema().read(new EventValues(id, moment, data));
        return new ParseResult.Parsed(fact, ContentDigest.of(type, time, object), declared(context));
    }

    private static ParseResult.DeclaredState declared(Members context) {
        return Boolean.TRUE.equals(context.optionalFlag(Member.WITHDRAWN))
                ? ParseResult.DeclaredState.WITHDRAWN
                : ParseResult.DeclaredState.COUNTS;
    }

    private static void requireVersion(Members context) {
        String version = context.text(Member.SPECVERSION);
        if (!version.equals(SPECVERSION)) {
            throw new InvalidFactException(
                    RejectionCode.VERSION_UNKNOWN,
                    Member.SPECVERSION,
                    "is " + ErrorExcerpt.of(version) + "; it must be \"" + SPECVERSION + "\", CloudEvents 1.0.");
        }
    }

    private static FactType type(Members context) {
        String code = context.text(Member.TYPE);
        return FactType.ofCode(code)
                .orElseThrow(() -> new InvalidFactException(
                        RejectionCode.TYPE_UNKNOWN,
                        Member.TYPE,
                        "is " + ErrorExcerpt.of(code) + "; it must be one of " + String.join(", ", FactType.codes())
                                + "."));
    }

    private static Map<?, ?> object(Members context) {
        Object value = context.value(Member.DATA);
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw InvalidFactException.wrongType(Member.DATA, value, "an object");
    }

    private Moment moment(FactType type, Members context, Members data) {
        if (!type.schema().isDatable() || !data.has(Member.DATE)) {
            return new Moment.AtInstant(time(context.text(Member.TIME)));
        }
        if (context.has(Member.TIME)) {
            throw new InvalidFactException(
                    RejectionCode.FIELD_EXCLUDED,
                    Member.TIME,
                    "is given beside date; date is for histories without times. Omit one of the two.");
        }
        return new Moment.OnDate(date(data.date(Member.DATE)));
    }

    private Instant time(String text) {
        Instant time = Instants.read(text);
        Instant latest = clock.instant().plus(LEEWAY);
        if (time.isAfter(latest)) {
            throw new InvalidFactException(
                    RejectionCode.TIME_FUTURE,
                    Member.TIME,
                    "is " + ErrorExcerpt.of(text) + "; it must not be after " + latest
                            + ", five minutes from now. Check the clock and the offset of the sender.");
        }
        return time;
    }

    private LocalDate date(LocalDate date) {
        LocalDate latest = LocalDate.ofInstant(clock.instant().plus(LEEWAY), EARLIEST_ZONE);
        if (date.isAfter(latest)) {
            throw new InvalidFactException(
                    RejectionCode.TIME_FUTURE,
                    Member.DATE,
                    "is " + date + "; it must not be after " + latest
                            + ", the date at UTC+14 five minutes from now. Check the clock of the sender.");
        }
        return date;
    }

    /** The values of an event. */
    private record EventValues(FactId id, Moment moment, Members data) implements FactSchema.Values {

        @Override
        public boolean has(FactField<?, ?> field) {
            return data.has(field.member());
        }

        @Override
        public <V> @Nullable V optional(FactField<?, V> field) {
            Object value = data.find(field.member());
            return value == null ? null : field.read(value);
        }
    }
}

package dev.streakline.application.intake;

import static java.util.Objects.requireNonNull;

import dev.streakline.application.fact.ChannelFact;
import dev.streakline.application.fact.ContentDigest;
import dev.streakline.application.fact.ErrorExcerpt;
import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.Instants;
import dev.streakline.application.fact.InteractionFact;
import dev.streakline.application.fact.InvalidFactException;
import dev.streakline.application.fact.Member;
import dev.streakline.application.fact.Members;
import dev.streakline.application.fact.Moment;
import dev.streakline.application.fact.NumberRule;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.PauseFact;
import dev.streakline.application.fact.RankingChoiceFact;
import dev.streakline.application.fact.RatingFact;
import dev.streakline.application.fact.RejectionCode;
import dev.streakline.application.fact.TitleFact;
import dev.streakline.application.fact.ViewerFact;
import dev.streakline.application.fact.WatchFact;
import dev.streakline.application.fact.Zones;
import dev.streakline.domain.lifetime.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Reads one CloudEvents 1.0 event into a fact (section 2 of the specification).
 *
 * <p>An event is a tree as a JSON parser makes it: maps, lists, texts, booleans, nulls, and numbers as {@code Integer},
 * {@code Long}, {@code BigInteger}, {@code Double} or {@code BigDecimal}. It is read from the envelope inwards, and the
 * first fault found refuses it; no tree makes it throw.
 *
 * <ul>
 *   <li>Context attributes that are not needed are ignored, also CloudEvents' own {@code datacontenttype}; one that is
 *       null is absent, as CloudEvents has it.
 *   <li>The extension attribute {@code withdrawn}, true or false, says whether the fact is known to be withdrawn; what else
 *       it may be is refused.
 *   <li>A member of {@code data} that the type does not know, or that is null, is refused: a misspelt or a lost value
 *       would otherwise pass for an absent one.
 *   <li>Times later than now and five minutes are refused, and dates later than the date which that instant has at
 *       UTC+14 (details 60).
 * </ul>
 *
 * <p>Safe for use by several threads.
 */
public final class EventReader {

    private static final String SPECVERSION = "1.0";
    private static final Duration LEEWAY = Duration.ofMinutes(5);
    private static final ZoneOffset EARLIEST_ZONE = ZoneOffset.ofHours(14);

    private final InstantSource clock;

    /** @param clock tells what lies in the future */
    public EventReader(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    /** The fact that {@code event} is, or why it is none. */
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
        Instant time = moment instanceof Moment.AtInstant at ? at.time() : null;
        Fact fact = time == null ? watch(id, moment, data) : fact(type, id, time, data);
        return new ParseResult.Parsed(fact, ContentDigest.of(type, time, object), claim(context));
    }

    private static ParseResult.Claim claim(Members context) {
        return Boolean.TRUE.equals(context.optionalFlag(Member.WITHDRAWN))
                ? ParseResult.Claim.WITHDRAWN
                : ParseResult.Claim.COUNTS;
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
        if (type != FactType.WATCH || !data.has(Member.DATE)) {
            return new Moment.AtInstant(time(context.text(Member.TIME)));
        }
        if (context.has(Member.TIME)) {
            throw new InvalidFactException(
                    RejectionCode.FIELD_EXCLUDED,
                    Member.TIME,
                    "is given beside date; date is for histories without times. Leave out one of the two.");
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

    private static Fact fact(FactType type, FactId id, Instant time, Members data) {
        return switch (type) {
            case WATCH -> watch(id, new Moment.AtInstant(time), data);
            case TITLE_DETAILS -> title(id, time, data);
            case INTERACTION -> interaction(id, time, data);
            case PAUSE -> new PauseFact(id, time, data.date(Member.FROM), data.date(Member.TO));
            case RANKING_CHOICE -> new RankingChoiceFact(id, time, data.flag(Member.LISTED));
            case CHANNEL_DETAILS -> channel(id, time, data);
            case RATING -> rating(id, time, data);
            case VIEWER_DETAILS -> viewer(id, time, data);
        };
    }

    private static WatchFact watch(FactId id, Moment moment, Members data) {
        return new WatchFact(
                id,
                moment,
                data.optionalText(Member.TITLE),
                data.optionalText(Member.CHANNEL),
                data.optionalText(Member.SESSION),
                data.optionalInt(Member.SECONDS, NumberRule.SECONDS),
                data.optionalRange(),
                data.optionalFlag(Member.COMPLETED),
                data.optionalText(Member.PLATFORM));
    }

    private static TitleFact title(FactId id, Instant time, Members data) {
        return new TitleFact(
                id,
                time,
                TitleFact.kindOf(data.text(Member.KIND)),
                data.text(Member.NAME),
                data.optionalText(Member.SHOW),
                data.optionalText(Member.SHOW_NAME),
                data.optionalInt(Member.SEASON, NumberRule.NUMBERING),
                data.optionalInt(Member.EPISODE, NumberRule.NUMBERING),
                data.texts(Member.GENRES),
                data.optionalInt(Member.RUNTIME_SECONDS, NumberRule.RUNTIME),
                data.optionalText(Member.CHANNEL));
    }

    private static InteractionFact interaction(FactId id, Instant time, Members data) {
        InteractionKind kind = InteractionFact.kindOf(data.text(Member.KIND));
        long bits = 0;
        if (data.has(Member.BITS)) {
            InteractionFact.requireBitsAllowed(kind);
            bits = data.number(Member.BITS, NumberRule.BITS);
        }
        return new InteractionFact(id, time, data.text(Member.CHANNEL), kind, bits);
    }

    private static ChannelFact channel(FactId id, Instant time, Members data) {
        return new ChannelFact(id, time, data.optionalText(Member.NAME), data.optionalText(Member.CREATOR));
    }

    private static RatingFact rating(FactId id, Instant time, Members data) {
        int score = Math.toIntExact(data.number(Member.SCORE, NumberRule.SCORE));
        return new RatingFact(id, time, data.text(Member.TITLE), score);
    }

    private static ViewerFact viewer(FactId id, Instant time, Members data) {
        return new ViewerFact(
                id,
                time,
                data.has(Member.ZONE) ? Zones.read(data.text(Member.ZONE)) : null,
                data.optionalText(Member.NAME),
                data.optionalText(Member.EMAIL));
    }
}

package dev.streakline.application.fact;

import static java.util.Objects.requireNonNull;

import dev.streakline.application.fact.FactField.Mention;
import dev.streakline.application.fact.ValueForm.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A viewer watched something (section 2, details 58 to 60).
 *
 * <p>Example: from 18:30 on, the seconds 0 to 600 of a film at double speed: 300 {@code seconds}, the range
 * {@code [0, 600)}. The length is {@code seconds}, else that of the range, else unknown.
 *
 * @param id of a viewer
 * @param moment the start, or a local date where only that is known
 * @param title an identifier
 * @param channel an identifier; absent, it is the channel of the title
 * @param session an identifier that groups the slices of one sitting; absent, the fact is a session of its own
 * @param seconds the length, 0 to 86,400
 * @param range which part was watched; without {@code seconds} at most 86,400 long
 * @param completed whether the source states that the title was watched to its end; absent, it is unspecified
 * @param platform where it was watched, free text of at most 128 code points
 */
public record WatchFact(
        FactId id,
        Moment moment,
        @Nullable String title,
        @Nullable String channel,
        @Nullable String session,
        @Nullable Integer seconds,
        @Nullable Range range,
        @Nullable Boolean completed,
        @Nullable String platform)
        implements Fact {

    private static final FactField<WatchFact, String> TITLE = FactField.optional(
                    Member.TITLE, ValueForm.text(TextRule.IDENTIFIER), WatchFact::title)
            .byKey(Mention.TITLE);
    private static final FactField<WatchFact, String> CHANNEL = FactField.optional(
                    Member.CHANNEL, ValueForm.text(TextRule.IDENTIFIER), WatchFact::channel)
            .byKey(Mention.CHANNEL);
    private static final FactField<WatchFact, String> SESSION = FactField.optional(
                    Member.SESSION, ValueForm.text(TextRule.IDENTIFIER), WatchFact::session)
            .in("session");
    private static final FactField<WatchFact, Integer> SECONDS = FactField.optional(
                    Member.SECONDS, ValueForm.integer(NumberRule.SECONDS), WatchFact::seconds)
            .in("seconds");
    private static final FactField<WatchFact, Long> FROM = FactField.optional(
                    Member.FROM, ValueForm.number(NumberRule.POSITION).stored(ColumnType.INT4), WatchFact::firstSecond)
            .in("range_first");
    /** Its column has the last second that was watched, which an {@code int4} has room for, as it has for the first. */
    private static final FactField<WatchFact, Long> TO = FactField.optional(
                    Member.TO,
                    ValueForm.number(NumberRule.POSITION)
                            .stored(ColumnType.INT4, to -> to - 1, last -> ((Number) last).longValue() + 1),
                    WatchFact::endSecond)
            .in("range_last");

    private static final FactField<WatchFact, Boolean> COMPLETED = FactField.optional(
                    Member.COMPLETED, ValueForm.flag(), WatchFact::completed)
            .in("completed");
    private static final FactField<WatchFact, String> PLATFORM = FactField.optional(
                    Member.PLATFORM, ValueForm.text(TextRule.PLATFORM), WatchFact::platform)
            .byKey(Mention.PLATFORM);

    static final FactSchema<WatchFact> SCHEMA = FactSchema.of(
                    WatchFact.class,
                    WatchFact::of,
                    List.of(TITLE, CHANNEL, SESSION, SECONDS, FROM, TO, COMPLETED, PLATFORM))
            .listing(
                    Member.CHANNEL,
                    Member.TITLE,
                    Member.SESSION,
                    Member.SECONDS,
                    Member.FROM,
                    Member.TO,
                    Member.COMPLETED,
                    Member.PLATFORM,
                    Member.DATE);

    public WatchFact {
        FactType.WATCH.check(id);
        requireNonNull(moment, "moment");
        TITLE.check(title);
        CHANNEL.check(channel);
        SESSION.check(session);
        SECONDS.check(seconds);
        if (seconds == null && range != null) {
            checkLength(range);
        }
        PLATFORM.check(platform);
    }

    private static WatchFact of(FactSchema.Values values) {
        return new WatchFact(
                values.id(),
                values.moment(),
                values.optional(TITLE),
                values.optional(CHANNEL),
                values.optional(SESSION),
                values.optional(SECONDS),
                range(values),
                values.optional(COMPLETED),
                values.optional(PLATFORM));
    }

    /** The part that was watched, of which both ends or none are given (details 59). */
    private static @Nullable Range range(FactSchema.Values values) {
        if (!values.has(FROM) && !values.has(TO)) {
            return null;
        }
        values.require(FROM, "it goes with to, both or none");
        values.require(TO, "it goes with from, both or none");
        return new Range(values.required(FROM), values.required(TO));
    }

    private @Nullable Long firstSecond() {
        return range == null ? null : (Long) range.from();
    }

    private @Nullable Long endSecond() {
        return range == null ? null : (Long) range.to();
    }

    @Override
    public FactType type() {
        return FactType.WATCH;
    }

    private static void checkLength(Range range) {
        if (!NumberRule.SECONDS.allows(range.seconds())) {
            throw new InvalidFactException(
                    RejectionCode.OUT_OF_RANGE,
                    Member.TO,
                    "is " + range.to() + " and from is " + range.from()
                            + "; without seconds the length is to - from, which must be "
                            + NumberRule.SECONDS.bounds() + ". Send seconds too, or split the session.");
        }
    }
}

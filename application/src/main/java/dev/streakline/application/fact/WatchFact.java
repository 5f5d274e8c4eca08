package dev.streakline.application.fact;

import static java.util.Objects.requireNonNull;

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
 * @param completed whether the source says that the title was watched to its end; absent, it says nothing
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

    public WatchFact {
        FactType.WATCH.check(id);
        requireNonNull(moment, "moment");
        TextRule.IDENTIFIER.checkOptional(Member.TITLE, title);
        TextRule.IDENTIFIER.checkOptional(Member.CHANNEL, channel);
        TextRule.IDENTIFIER.checkOptional(Member.SESSION, session);
        if (seconds != null) {
            NumberRule.SECONDS.check(Member.SECONDS, seconds);
        } else if (range != null) {
            checkLength(range);
        }
        TextRule.PLATFORM.checkOptional(Member.PLATFORM, platform);
    }

    @Override
    public FactType type() {
        return FactType.WATCH;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.watch(this);
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

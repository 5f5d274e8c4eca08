package dev.streakline.application.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The details of a channel (section 2). Of several about one channel the latest {@code time} holds as a whole (details
 * 16).
 *
 * @param id of a channel
 * @param time since when somebody says so, at microseconds
 * @param name free text of at most 1000 code points
 * @param creator an identifier; absent, the channel belongs to the creator of the same id (details 29)
 */
public record ChannelFact(
        FactId id,
        Instant time,
        @Nullable String name,
        @Nullable String creator) implements Fact {

    public ChannelFact {
        FactType.CHANNEL_DETAILS.check(id);
        time = Instants.requireInRange(time);
        TextRule.NAME.checkOptional(Member.NAME, name);
        TextRule.IDENTIFIER.checkOptional(Member.CREATOR, creator);
    }

    @Override
    public FactType type() {
        return FactType.CHANNEL_DETAILS;
    }

    @Override
    public Moment moment() {
        return new Moment.AtInstant(time);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.channel(this);
    }
}

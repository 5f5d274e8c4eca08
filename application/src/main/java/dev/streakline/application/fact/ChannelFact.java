package dev.streakline.application.fact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The details of a channel (section 2). Of several about one channel the one with the latest {@code time} applies as a
 * whole (details 16).
 *
 * @param id of a channel
 * @param time when the details were stated, at microseconds
 * @param name free text of at most 1000 code points
 * @param creator an identifier; absent, the channel belongs to the creator of the same id (details 29)
 */
public record ChannelFact(
        FactId id,
        Instant time,
        @Nullable String name,
        @Nullable String creator) implements Fact {

    private static final FactField<ChannelFact, String> NAME = FactField.optional(
                    Member.NAME, ValueForm.text(TextRule.NAME), ChannelFact::name)
            .in("display_name");
    private static final FactField<ChannelFact, String> CREATOR = FactField.optional(
                    Member.CREATOR, ValueForm.text(TextRule.IDENTIFIER), ChannelFact::creator)
            .in("creator");

    static final FactSchema<ChannelFact> SCHEMA =
            FactSchema.of(ChannelFact.class, ChannelFact::of, List.of(NAME, CREATOR));

    public ChannelFact {
        FactType.CHANNEL_DETAILS.check(id);
        time = Instants.requireInRange(time);
        NAME.check(name);
        CREATOR.check(creator);
    }

    private static ChannelFact of(FactSchema.Values values) {
        return new ChannelFact(values.id(), values.time(), values.optional(NAME), values.optional(CREATOR));
    }

    @Override
    public FactType type() {
        return FactType.CHANNEL_DETAILS;
    }

    @Override
    public Moment moment() {
        return new Moment.AtInstant(time);
    }
}

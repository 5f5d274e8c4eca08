package dev.streakline.application.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is; the latest holds.
 *
 * @param name how it is called
 * @param creator who owns it; absent, the creator of the same id (detail 29)
 */
public record ChannelFact(
        FactId id,
        Instant time,
        @Nullable String name,
        @Nullable String creator) implements Fact {}

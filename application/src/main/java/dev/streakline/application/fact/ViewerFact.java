package dev.streakline.application.fact;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where a viewer lives from an instant on, and how he is called. The zone of the first fact holds for all before it too
 * (detail 17).
 *
 * @param zone a region of the time-zone data, or UTC
 */
public record ViewerFact(
        FactId id,
        Instant time,
        ZoneId zone,
        @Nullable String name,
        @Nullable String email) implements Fact {}

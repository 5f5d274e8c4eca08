package dev.streakline.application.fact;

import java.time.Instant;

/**
 * Whether a viewer wants to be ranked; the latest holds.
 *
 * @param listed false for a viewer who opts out
 */
public record RankingChoiceFact(FactId id, Instant time, boolean listed) implements Fact {}

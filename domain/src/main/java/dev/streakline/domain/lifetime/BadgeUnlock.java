package dev.streakline.domain.lifetime;

import dev.streakline.domain.calendar.Precision;
import java.time.Instant;

/**
 * The unlocking of a badge.
 *
 * @param badge which
 * @param at the instant of the facts that crossed its threshold, in event-time order
 * @param precision how exactly that is known
 */
public record BadgeUnlock(Badge badge, Instant at, Precision precision) {}

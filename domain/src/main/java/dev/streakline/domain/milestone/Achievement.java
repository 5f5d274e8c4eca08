package dev.streakline.domain.milestone;

import dev.streakline.domain.calendar.Precision;
import java.time.Instant;

/**
 * A rung that the facts support.
 *
 * @param measure the ladder
 * @param rung the step of it
 * @param achievedAt the instant of the facts that crossed it, in event-time order
 * @param precision how exactly that is known
 */
public record Achievement(Measure measure, Rung rung, Instant achievedAt, Precision precision) {}

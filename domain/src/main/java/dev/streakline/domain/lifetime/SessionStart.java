package dev.streakline.domain.lifetime;

import dev.streakline.domain.calendar.Precision;
import java.time.Instant;
import java.time.LocalDate;

/**
 * When something was watched.
 *
 * @param day the local day
 * @param at the instant; the first of the day where only the date is known
 * @param precision whether the instant is known or only the date
 */
public record SessionStart(LocalDate day, Instant at, Precision precision) {}

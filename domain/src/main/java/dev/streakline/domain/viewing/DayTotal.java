package dev.streakline.domain.viewing;

import java.time.LocalDate;

/**
 * What was watched on one local day.
 *
 * @param day the local day
 * @param seconds counted seconds of the sessions that started on it
 * @param plays how many watch facts there are
 */
public record DayTotal(LocalDate day, long seconds, int plays) {}

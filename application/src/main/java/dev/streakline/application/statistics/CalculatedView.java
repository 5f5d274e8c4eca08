package dev.streakline.application.statistics;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The result of recalculating one viewer.
 *
 * @param asOf the moment
 * @param zone the viewer's zone at the moment
 * @param changed whether the stored statistics have changed
 * @param announced how many achievements were announced
 * @param currentStreak qualified days of the current run
 * @param milestones how many rungs the facts support
 * @param plays watch facts
 * @param seconds counted seconds
 * @param totalHours the same in hours, two decimals, half up
 */
public record CalculatedView(
        Instant asOf,
        String zone,
        boolean changed,
        int announced,
        int currentStreak,
        int milestones,
        int plays,
        long seconds,
        BigDecimal totalHours) {}

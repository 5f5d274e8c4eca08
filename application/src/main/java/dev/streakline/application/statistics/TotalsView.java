package dev.streakline.application.statistics;

import dev.streakline.application.fact.Zones;
import dev.streakline.domain.statistics.Totals;
import dev.streakline.domain.viewing.HourFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a viewer has watched and completed in all.
 *
 * @param asOf the moment
 * @param zone the viewer's zone at the moment
 * @param today the viewer's local day at the moment
 * @param plays watch facts
 * @param seconds counted seconds, estimates included
 * @param hours the same in hours, two decimals, half up
 * @param estimatedSeconds how many of the seconds are estimates
 * @param activeDays local days with a play
 * @param completedMovies distinct movies completed
 * @param completedShows distinct shows of which an episode is completed
 * @param completedEpisodes distinct episodes completed
 */
public record TotalsView(
        Instant asOf,
        String zone,
        LocalDate today,
        int plays,
        long seconds,
        BigDecimal hours,
        long estimatedSeconds,
        int activeDays,
        int completedMovies,
        int completedShows,
        int completedEpisodes) {

    /** The totals of a viewer at a moment. */
    public static TotalsView of(ReadHistory.Evaluated viewer) {
        Totals totals = viewer.statistics().totals();
        return new TotalsView(
                viewer.now(),
                Zones.name(viewer.zone()),
                viewer.today(),
                totals.plays(),
                totals.seconds(),
                HourFormat.ofSeconds(totals.seconds()),
                totals.estimatedSeconds(),
                viewer.statistics().watched().size(),
                totals.movies(),
                totals.shows(),
                totals.episodes());
    }
}

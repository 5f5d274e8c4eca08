package dev.streakline.domain.statistics;

import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.lifetime.ChannelStatistics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The result of a fold: the statistics of one viewer and of their channels.
 *
 * @param viewer the viewer's statistics over all channels and none
 * @param channels the channels on which the viewer has watched or left a message, ascending by their keys in the facts
 * @param titles how many distinct titles were watched
 */
public record FoldResult(ViewerStatistics viewer, List<ChannelEntry> channels, int titles) {

    /** Defensive copy. */
    public FoldResult {
        channels = List.copyOf(channels);
    }

    /**
     * The first instant after {@code now} at which any statistic of this viewer or their channels differs without any
     * new fact; empty when none ever will. Ignores tracking days, which grow every day.
     */
    public Optional<Instant> nextChangeAt(Instant now) {
        List<ChannelStatistics> statistics =
                channels.stream().map(ChannelEntry::statistics).toList();
        return Stream.of(viewer.nextChangeAt(now), ChannelStatistics.nextChangeAt(now, viewer.streaks(), statistics))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}

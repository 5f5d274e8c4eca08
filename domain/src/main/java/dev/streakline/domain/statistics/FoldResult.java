package dev.streakline.domain.statistics;

import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.lifetime.ChannelStatistics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a fold gives of one viewer and of his channels.
 *
 * @param viewer himself, whatever channel it was on or none
 * @param channels the channels on which he has watched or left a message, ascending by their keys in his facts
 * @param titles how many distinct titles were watched
 */
public record FoldResult(ViewerStatistics viewer, List<ChannelEntry> channels, int titles) {

    /** Defensive copy. */
    public FoldResult {
        channels = List.copyOf(channels);
    }

    /**
     * The first instant after {@code now} at which anything said of this viewer or his channels differs without any new fact,
     * but for tracking days, which grow every day; empty when nothing ever will.
     */
    public Optional<Instant> nextChangeAt(Instant now) {
        List<ChannelStatistics> statistics =
                channels.stream().map(ChannelEntry::statistics).toList();
        return Stream.of(viewer.nextChangeAt(now), ChannelStatistics.nextChangeAt(now, viewer.streaks(), statistics))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}

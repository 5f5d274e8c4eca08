package dev.streakline.persistence.statistics;

import dev.streakline.application.ranking.RankingValues;
import dev.streakline.application.statistics.StatisticsChange;
import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.lifetime.WatchTime;
import dev.streakline.domain.statistics.FoldResult;
import dev.streakline.persistence.name.DenseKeys;
import dev.streakline.persistence.name.Digest;
import dev.streakline.persistence.rows.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The results of a fold for a viewer and their channels, as stored.
 *
 * @param ranked the values for the ranking of the whole deployment
 * @param channels ascending by their keys
 * @param digest of all of it
 */
record FoldedBytes(
        long viewerKey, StatisticsBytes statistics, RankingValues ranked, List<ChannelRow> channels, UUID digest) {

    /** Grows when rows get columns that are made of the same statistics, so that all of them are written once more. */
    private static final int FORM = 2;

    /** A row of the table {@code viewer_channel}. */
    record ChannelRow(
            long viewerKey, long channelKey, RankingValues ranked, Amounts amounts, ChannelBytes statistics) {}

    /** By what the channels of a viewer are ordered. */
    record Amounts(long seconds, int messages, int sessions) {}

    /**
     * The data to store for a viewer.
     *
     * @param channelKeys by the numbers of channels
     */
    static FoldedBytes of(long viewerKey, StatisticsChange change, DenseKeys channelKeys) {
        FoldResult folded = change.folded();
        List<ChannelRow> channels = new ArrayList<>(folded.channels().size());
        for (ChannelEntry entry : folded.channels()) {
            ChannelStatistics statistics = entry.statistics();
            WatchTime watchTime = statistics.watchTime();
            channels.add(new ChannelRow(
                    viewerKey,
                    channelKeys.key(entry.channel()),
                    change.ranked(entry),
                    new Amounts(watchTime.seconds(), statistics.messages().total(), watchTime.sessions()),
                    ChannelBytes.of(statistics)));
        }
        channels.sort(Comparator.comparingLong(ChannelRow::channelKey));
        StatisticsBytes statistics = StatisticsBytes.of(folded.viewer());
        RankingValues ranked = change.ranked();
        return new FoldedBytes(viewerKey, statistics, ranked, channels, digest(statistics, ranked, channels));
    }

    private static UUID digest(StatisticsBytes statistics, RankingValues ranked, List<ChannelRow> channels) {
        Bytes all = new Bytes();
        all.writeUnsigned(FORM);
        write(all, statistics.bytes(), ranked);
        for (ChannelRow channel : channels) {
            all.writeUnsigned(channel.channelKey());
            write(all, channel.statistics().bytes(), channel.ranked());
        }
        return Digest.of(all.toArray());
    }

    private static void write(Bytes all, byte[] statistics, RankingValues ranked) {
        all.writeUnsigned(statistics.length);
        all.write(statistics, statistics.length);
        all.writeUnsigned(ranked.seconds());
        all.writeUnsigned(ranked.messages());
    }
}

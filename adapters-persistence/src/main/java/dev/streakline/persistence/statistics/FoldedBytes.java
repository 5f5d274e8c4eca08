package dev.streakline.persistence.statistics;

import dev.streakline.application.viewer.Listing;
import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.statistics.FoldResult;
import dev.streakline.persistence.name.DenseKeys;
import dev.streakline.persistence.name.Digest;
import dev.streakline.persistence.rows.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What a fold gave of a viewer and his channels, as it is kept.
 *
 * @param ranked what he is ranked by in the whole deployment
 * @param channels ascending by their keys
 * @param digest of all of it
 */
record FoldedBytes(
        long viewerKey, StatisticsBytes statistics, RankedBy ranked, List<ChannelRow> channels, UUID digest) {

    /** Grows when rows get columns that are made of the same statistics, so that all of them are written once more. */
    private static final int FORM = 2;

    /** What a viewer is ranked by; nothing for one who has opted out, who is not ranked. */
    record RankedBy(long seconds, int messages) {

        static final RankedBy NOTHING = new RankedBy(0, 0);
    }

    /** A row of the table {@code viewer_channel}. */
    record ChannelRow(long viewerKey, long channelKey, RankedBy ranked, Amounts amounts, ChannelBytes statistics) {}

    /** By what the channels of a viewer are ordered. */
    record Amounts(long seconds, int messages, int sessions) {}

    /**
     * What is to be kept of a viewer.
     *
     * @param channelKeys by the numbers of channels
     */
    static FoldedBytes of(long viewerKey, FoldResult folded, DenseKeys channelKeys, Listing listing) {
        List<ChannelRow> channels = new ArrayList<>(folded.channels().size());
        int messages = 0;
        for (ChannelEntry on : folded.channels()) {
            long seconds = on.statistics().watchTime().seconds();
            int total = on.statistics().messages().total();
            messages += total;
            channels.add(new ChannelRow(
                    viewerKey,
                    channelKeys.key(on.channel()),
                    rankedBy(listing, seconds, total),
                    new Amounts(seconds, total, on.statistics().watchTime().sessions()),
                    ChannelBytes.of(on.statistics())));
        }
        channels.sort(Comparator.comparingLong(ChannelRow::channelKey));
        StatisticsBytes statistics = StatisticsBytes.of(folded.viewer());
        RankedBy ranked = rankedBy(listing, folded.viewer().totals().seconds(), messages);
        return new FoldedBytes(viewerKey, statistics, ranked, channels, digest(statistics, ranked, channels));
    }

    private static RankedBy rankedBy(Listing listing, long seconds, int messages) {
        return listing == Listing.UNLISTED ? RankedBy.NOTHING : new RankedBy(seconds, messages);
    }

    private static UUID digest(StatisticsBytes statistics, RankedBy ranked, List<ChannelRow> channels) {
        Bytes all = new Bytes();
        all.writeUnsigned(FORM);
        write(all, statistics.bytes(), ranked);
        for (ChannelRow channel : channels) {
            all.writeUnsigned(channel.channelKey());
            write(all, channel.statistics().bytes(), channel.ranked());
        }
        return Digest.of(all.toArray());
    }

    private static void write(Bytes all, byte[] statistics, RankedBy ranked) {
        all.writeUnsigned(statistics.length);
        all.write(statistics, statistics.length);
        all.writeUnsigned(ranked.seconds());
        all.writeUnsigned(ranked.messages());
    }
}

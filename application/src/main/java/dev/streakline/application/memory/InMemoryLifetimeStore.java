package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.lifetime.ChannelCursor;
import dev.streakline.application.lifetime.LifetimeStore;
import dev.streakline.application.lifetime.ShowChannels;
import dev.streakline.application.memory.MemoryRankings.RankedPopulation;
import dev.streakline.application.ranking.Population;
import dev.streakline.domain.lifetime.ChannelStatistics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statistics of viewers on channels, in memory. */
public final class InMemoryLifetimeStore implements LifetimeStore {

    private final Memory memory;

    InMemoryLifetimeStore(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<OnOneChannel> find(ViewerId viewer, String channel) {
        return memory.transact(transaction -> transaction
                .currentFold(viewer)
                .map(fold -> new OnOneChannel(
                        fold.statistics(),
                        transaction.rankings().key(viewer).orElseThrow(),
                        fold.outcome().channels().getOrDefault(channel, ChannelStatistics.NONE),
                        transaction
                                .rankings()
                                .find(new Population.OfChannel(channel))
                                .map(RankedPopulation::ranking)
                                .orElse(null))));
    }

    @Override
    public Optional<OnAllChannels> findAll(ViewerId viewer) {
        return memory.transact(transaction -> transaction.currentFold(viewer))
                .map(fold -> new OnAllChannels(fold.statistics(), fold.outcome().channels()));
    }

    @Override
    public Optional<OnAllChannels> findPage(ViewerId viewer, @Nullable ChannelCursor after, int most) {
        return findAll(viewer).map(all -> ShowChannels.page(all, after, most));
    }
}

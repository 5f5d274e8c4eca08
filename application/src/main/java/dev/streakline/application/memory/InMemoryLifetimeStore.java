package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.lifetime.ChannelCursor;
import dev.streakline.application.lifetime.LifetimeStore;
import dev.streakline.application.lifetime.ShowChannels;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.domain.lifetime.ChannelStatistics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statistics of viewers on channels, in memory. Every call takes the lock of the store. */
public final class InMemoryLifetimeStore implements LifetimeStore {

    private final Object lock;
    private final Statistics statistics;
    private final InMemoryStatistics stored;
    private final Rankings rankings;

    InMemoryLifetimeStore(Object lock, Statistics statistics, InMemoryStatistics stored, Rankings rankings) {
        this.lock = lock;
        this.statistics = statistics;
        this.stored = stored;
        this.rankings = rankings;
    }

    @Override
    public Optional<OnOneChannel> find(ViewerId viewer, String channel) {
        synchronized (lock) {
            return statistics
                    .find(viewer)
                    .flatMap(current -> stored.outcome(viewer)
                            .map(outcome -> new OnOneChannel(
                                    current,
                                    rankings.key(viewer).orElseThrow(),
                                    outcome.channels().getOrDefault(channel, ChannelStatistics.NONE),
                                    rankings.find(new Population.OfChannel(channel))
                                            .orElse(null))));
        }
    }

    @Override
    public Optional<OnAllChannels> findAll(ViewerId viewer) {
        synchronized (lock) {
            return statistics
                    .find(viewer)
                    .flatMap(current ->
                            stored.outcome(viewer).map(outcome -> new OnAllChannels(current, outcome.channels())));
        }
    }

    @Override
    public Optional<OnAllChannels> findPage(ViewerId viewer, @Nullable ChannelCursor after, int most) {
        return findAll(viewer).map(all -> ShowChannels.page(all, after, most));
    }
}

package dev.streakline.application.memory;

import dev.streakline.application.intake.Events;
import dev.streakline.application.statistics.StatisticsContract;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class InMemoryStatisticsTest extends StatisticsContract {

    private final AtomicReference<Instant> now = new AtomicReference<>(Events.NOW);
    private final InMemoryStore store = new InMemoryStore(now::get);
    private final InMemoryStatistics statistics = store.statistics();

    @Override
    protected Store store() {
        return new Store(
                store.facts(),
                statistics,
                store.rankings(),
                store.announcements(),
                store.histories(),
                store.policies(),
                now::get,
                age -> now.updateAndGet(then -> then.plus(age)));
    }
}

package dev.streakline.application.memory;

import dev.streakline.application.intake.Events;
import dev.streakline.application.statistics.StatisticsContract;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class InMemoryStatisticsTest extends StatisticsContract {

    @Override
    protected Store store() {
        AtomicReference<Instant> now = new AtomicReference<>(Events.NOW);
        InMemoryStore store = new InMemoryStore(now::get);
        return new Store(
                store,
                store,
                store.rankings(),
                store.announcements(),
                store,
                store,
                now::get,
                age -> now.updateAndGet(then -> then.plus(age)));
    }
}

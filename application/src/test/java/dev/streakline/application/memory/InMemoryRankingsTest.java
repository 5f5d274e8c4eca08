package dev.streakline.application.memory;

import dev.streakline.application.ranking.RankingsContract;

class InMemoryRankingsTest extends RankingsContract {

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryRankings rankings = store.rankings();

    @Override
    protected Store store() {
        return new Store(store.facts(), store.statistics(), rankings);
    }
}

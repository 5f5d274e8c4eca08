package dev.streakline.application.memory;

import dev.streakline.application.ranking.RankingsContract;

class InMemoryRankingsTest extends RankingsContract {

    @Override
    protected Store store() {
        InMemoryStore store = new InMemoryStore();
        InMemoryRankings rankings = store.rankings();
        return new Store(store, store, rankings);
    }
}

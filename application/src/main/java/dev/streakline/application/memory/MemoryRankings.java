package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.Ranking;
import dev.streakline.application.ranking.RankingValues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ranked values of viewers, the populations in which they have changed, and the last ranking of each. */
final class MemoryRankings {

    private final List<ViewerId> viewers = new ArrayList<>();
    private final Map<ViewerId, Long> keys = new HashMap<>();
    private final Map<Population, Map<Long, RankingValues>> values = new HashMap<>();
    private final Map<Population, Set<Long>> changed = new HashMap<>();
    private final Map<Population, RankedPopulation> ranked = new HashMap<>();

    /**
     * A ranking, with the data that the next one needs.
     *
     * @param cooldownUntil until when routine work does not rank the population again
     * @param baseline the last nightly ranking; absent before the first
     * @param rebuiltOn the day on which it was last rebuilt
     */
    record RankedPopulation(
            Ranking ranking,
            Instant cooldownUntil,
            @Nullable Ranking baseline,
            LocalDate rebuiltOn) {

        boolean isInCooldown(Instant now) {
            return cooldownUntil.isAfter(now);
        }
    }

    /**
     * Stores the ranked values of a viewer in each population, 0 in all others; populations with a changed value become
     * due.
     */
    void update(ViewerId viewer, Map<Population, RankingValues> now) {
        update(keyOf(viewer), now);
    }

    /** Removes a viewer from every population; a later viewer of the same name is another. */
    void erase(ViewerId viewer) {
        Long key = keys.remove(viewer);
        if (key != null) {
            update(key, Map.of());
        }
    }

    private long keyOf(ViewerId viewer) {
        return keys.computeIfAbsent(viewer, unseen -> {
            viewers.add(viewer);
            return (long) viewers.size();
        });
    }

    private void update(long viewer, Map<Population, RankingValues> now) {
        Stream.concat(values.keySet().stream(), now.keySet().stream())
                .distinct()
                .toList()
                .forEach(population -> update(viewer, population, now.getOrDefault(population, RankingValues.NONE)));
    }

    private void update(long viewer, Population population, RankingValues now) {
        Map<Long, RankingValues> all = values.computeIfAbsent(population, unseen -> new TreeMap<>());
        if (!now.equals(all.getOrDefault(viewer, RankingValues.NONE))) {
            all.put(viewer, now);
            changed.computeIfAbsent(population, unseen -> new HashSet<>()).add(viewer);
        }
    }

    /** The key of a viewer who was ever folded; empty for others. */
    Optional<Long> key(ViewerId viewer) {
        return Optional.ofNullable(keys.get(viewer));
    }

    /** The viewer of a key; empty after their erasure. */
    Optional<ViewerId> find(long key) {
        return keys.containsValue(key) ? Optional.of(viewer(key)) : Optional.empty();
    }

    /** The viewer of a key, also after their erasure. */
    ViewerId viewer(long key) {
        return viewers.get(Math.toIntExact(key) - 1);
    }

    /** All populations. */
    Set<Population> populations() {
        return values.keySet();
    }

    /** The populations in which values have changed since they were ranked. */
    Set<Population> due() {
        return changed.keySet();
    }

    /** The values of a population by the keys of viewers, ascending. */
    Map<Long, RankingValues> values(Population population) {
        return values.getOrDefault(population, Map.of());
    }

    /** Those of the {@link #values} that have changed since the last ranking of the population. */
    Map<Long, RankingValues> changed(Population population) {
        Map<Long, RankingValues> since = new TreeMap<>(values(population));
        since.keySet().retainAll(changed.getOrDefault(population, Set.of()));
        return since;
    }

    Optional<RankedPopulation> find(Population population) {
        return Optional.ofNullable(ranked.get(population));
    }

    /** Stores a ranking of all changes so far. */
    void store(Population population, RankedPopulation ranking) {
        changed.remove(population);
        ranked.put(population, ranking);
    }
}

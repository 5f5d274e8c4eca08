package dev.streakline.persistence.ranking;

import dev.streakline.application.ranking.RankingScope;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.PercentileCrossing;
import dev.streakline.domain.ranking.Standings;
import dev.streakline.persistence.announcement.AnnouncementRow;
import dev.streakline.persistence.ranking.StandingsRow.StandingsPair;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Ranks a batch in one transaction, all of whose statements see one snapshot. */
final class RankingWork {

    private final Handle handle;
    private final RankingScope scope;
    private final Instant now;
    private final long began = System.nanoTime();

    RankingWork(Handle handle, RankingScope scope, Instant now) {
        this.handle = handle;
        this.scope = scope;
        this.now = now;
    }

    /** Ranks the standings that no other transaction ranks now; returns the keys of their channels. */
    Set<Long> rank(List<StandingsKey> wanted) throws SQLException {
        Set<StandingsKey> known = StandingsRow.known(handle, wanted);
        Map<StandingsKey, StandingsRow> kept = StandingsRow.lock(handle, wanted, scope, now);
        List<StandingsKey> claimed = wanted.stream()
                .filter(key -> kept.containsKey(key) || !known.contains(key))
                .toList();
        Map<StandingsKey, RankedValues> changed = new HashMap<>();
        if (scope.isMerge()) {
            kept.keySet().forEach(key -> changed.put(key, new RankedValues()));
            changed.keySet().removeAll(RankedValues.markedAsWholes(handle, claimed));
        }
        Map<StandingsKey, RankedValues> all = new HashMap<>();
        claimed.stream().filter(key -> !changed.containsKey(key)).forEach(key -> all.put(key, new RankedValues()));
        RankedValues.readMarked(handle, changed);
        RankedValues.readAll(handle, all);
        List<StandingsRow> rows = claimed.stream()
                .map(key -> row(key, kept.get(key), changed.get(key), all.getOrDefault(key, new RankedValues())))
                .toList();
        write(rows, kept);
        if (scope.isNightly()) {
            announceCrossings(rows, kept);
        }
        RankedValues.removeMarks(handle, claimed);
        return claimed.stream().map(StandingsKey::channelKey).collect(Collectors.toSet());
    }

    private StandingsRow row(
            StandingsKey key, @Nullable StandingsRow before, @Nullable RankedValues changed, RankedValues all) {
        if (before != null && changed != null) {
            return new StandingsRow(key, before.rebuiltOn(), before.standings().with(changed), before.baseline());
        }
        StandingsPair standings = StandingsPair.of(all);
        return new StandingsRow(
                key,
                scope.rebuiltOn(null, now),
                standings,
                scope.baseline(before == null ? null : before.baseline(), standings));
    }

    /** Each row's cool-down is proportional to its share of the work. */
    private void write(List<StandingsRow> rows, Map<StandingsKey, StandingsRow> kept) {
        double total = rows.stream().mapToDouble(StandingsRow::weight).sum();
        double nanos = System.nanoTime() - began;
        StandingsRow.write(
                handle,
                rows.stream()
                        .map(row -> new StandingsRow.RankedRow(
                                row,
                                kept.get(row.key()),
                                now,
                                RankingScope.cooldownUntil(
                                        now, Duration.ofNanos(Math.round(nanos * row.weight() / total)))))
                        .toList());
    }

    private void announceCrossings(List<StandingsRow> rows, Map<StandingsKey, StandingsRow> kept) {
        List<AnnouncementRow> announcements = new ArrayList<>();
        rows.stream()
                .collect(Collectors.groupingBy(row -> row.key().channelKey()))
                .forEach((channelKey, chunks) -> {
                    List<StandingsPair> before = chunks.stream()
                            .flatMap(row -> Stream.ofNullable(kept.get(row.key())))
                            .map(StandingsRow::baseline)
                            .filter(Objects::nonNull)
                            .toList();
                    List<StandingsPair> after =
                            chunks.stream().map(StandingsRow::standings).toList();
                    for (Metric metric : before.isEmpty() ? new Metric[0] : Metric.values()) {
                        PercentileCrossing.of(concat(before, metric), concat(after, metric))
                                .forEach(crossing -> announcements.add(AnnouncementRow.of(
                                        crossing.viewer(), channelKey, metric, crossing.topPercent(), now)));
                    }
                });
        AnnouncementRow.insertNew(handle, announcements);
    }

    private static Standings concat(List<StandingsPair> chunks, Metric metric) {
        return Standings.concat(chunks.stream().map(chunk -> chunk.by(metric)).toList());
    }
}

package dev.streakline.persistence.ranking;

import dev.streakline.application.ranking.RankingScope;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.PercentileCrossing;
import dev.streakline.domain.ranking.Standings;
import dev.streakline.persistence.ranking.StandingsRow.StandingsPair;
import dev.streakline.persistence.rows.Columns;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    private static final Columns<RecordedCrossing> RISES = new Columns<RecordedCrossing>()
            .with(
                    "viewer_key",
                    "int8",
                    recordedCrossing -> recordedCrossing.crossing().viewer())
            .with("channel_key", "int8", RecordedCrossing::channelKey)
            .with(
                    "metric",
                    "text",
                    recordedCrossing -> recordedCrossing.metric().code())
            .with(
                    "top_percent",
                    "int4",
                    recordedCrossing -> recordedCrossing.crossing().topPercent())
            .with("as_of", "int8", RecordedCrossing::asOf);

    private final Handle handle;
    private final RankingScope scope;
    private final Instant now;
    private final long began = System.nanoTime();

    RankingWork(Handle handle, RankingScope scope, Instant now) {
        this.handle = handle;
        this.scope = scope;
        this.now = now;
    }

    private record RecordedCrossing(long channelKey, Metric metric, PercentileCrossing crossing, long asOf) {}

    /** Ranks those places that nobody else ranks now; tells of which channels they are. */
    Set<Long> rank(List<StandingsKey> wanted) throws SQLException {
        Set<StandingsKey> known = StandingsRow.known(handle, wanted);
        Map<StandingsKey, StandingsRow> kept = StandingsRow.lock(handle, wanted, scope, now);
        List<StandingsKey> claimed = wanted.stream()
                .filter(key -> kept.containsKey(key) || !known.contains(key))
                .toList();
        Map<StandingsKey, RankedValues> changed = new HashMap<>();
        if (scope instanceof RankingScope.Changed || scope instanceof RankingScope.Paced) {
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
        if (scope instanceof RankingScope.Nightly) {
            recordCrossings(rows, kept);
        }
        RankedValues.removeMarks(handle, claimed);
        return claimed.stream().map(StandingsKey::channelKey).collect(Collectors.toSet());
    }

    private StandingsRow row(
            StandingsKey key, @Nullable StandingsRow before, @Nullable RankedValues changed, RankedValues all) {
        if (before != null && changed != null) {
            return new StandingsRow(key, before.rebuiltOn(), before.standings().with(changed), before.baseline());
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        StandingsPair standings = StandingsPair.of(all);
        return scope instanceof RankingScope.Nightly nightly
                ? new StandingsRow(key, nightly.day(), standings, standings)
                : new StandingsRow(key, today, standings, before == null ? null : before.baseline());
    }

    /** Each rests for as long as it has earned by its share of the work. */
    private void write(List<StandingsRow> rows, Map<StandingsKey, StandingsRow> kept) {
        double total = rows.stream().mapToDouble(StandingsRow::weight).sum();
        double nanos = System.nanoTime() - began;
        StandingsRow.write(
                handle,
                rows.stream()
                        .map(row -> new StandingsRow.RankedRow(
                                row, kept.get(row.key()), now, cooldown(Math.round(nanos * row.weight() / total))))
                        .toList());
    }

    private static Duration cooldown(long nanos) {
        Duration earned = Duration.ofNanos(nanos).multipliedBy(RankingScope.COOLDOWN_FACTOR);
        return earned.compareTo(RankingScope.MIN_INTERVAL) < 0 ? RankingScope.MIN_INTERVAL : earned;
    }

    private void recordCrossings(List<StandingsRow> rows, Map<StandingsKey, StandingsRow> kept) {
        List<RecordedCrossing> recordedCrossing = new ArrayList<>();
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
                        for (PercentileCrossing crossing :
                                PercentileCrossing.of(concat(before, metric), concat(after, metric))) {
                            recordedCrossing.add(
                                    new RecordedCrossing(channelKey, metric, crossing, EpochMicros.of(now)));
                        }
                    }
                });
        if (!recordedCrossing.isEmpty()) {
            RISES.bind(handle.createUpdate(RISES.insertInto("percentile_ranked")), recordedCrossing)
                    .execute();
        }
    }

    private static Standings concat(List<StandingsPair> chunks, Metric metric) {
        return Standings.concat(chunks.stream().map(chunk -> chunk.by(metric)).toList());
    }
}

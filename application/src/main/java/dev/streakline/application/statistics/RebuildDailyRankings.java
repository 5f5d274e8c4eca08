package dev.streakline.application.statistics;

import dev.streakline.application.work.Step;
import dev.streakline.application.work.StepResult;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rebuilds every ranking once a UTC day, and announces the viewers who have risen since the day before. */
public final class RebuildDailyRankings implements Step {

    private final RefreshStatistics refreshStatistics;
    private final InstantSource clock;

    /** The last day for which this object had the rankings rebuilt; absent before the first. */
    private @Nullable LocalDate lastDay;

    /** Starts with the present day: perhaps no process was running when it began. */
    public RebuildDailyRankings(RefreshStatistics refreshStatistics, InstantSource clock) {
        this.refreshStatistics = refreshStatistics;
        this.clock = clock;
    }

    /** Always idle: what is left to rank leaves no more than it found. */
    @Override
    public StepResult advance(Consumer<String> faults) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(lastDay)) {
            refreshStatistics.rebuildRankings(today);
            lastDay = today;
        }
        return StepResult.IDLE;
    }
}

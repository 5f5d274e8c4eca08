package dev.streakline.application.work;

import dev.streakline.application.StorePorts;
import dev.streakline.application.Streakline;
import dev.streakline.application.memory.InMemoryRecalculationRuns;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.recalculation.RecalculationQueue;
import dev.streakline.application.statistics.FoldCounts;
import dev.streakline.application.statistics.Statistics;
import java.time.Duration;
import java.util.function.Consumer;

/** The job {@code folding} as {@link Streakline} describes it, over ports that tests have wrapped. Each test does its rounds. */
record FoldingJob(Streakline streakline, Job job, Rounds rounds) {

    static FoldingJob of(
            InMemoryStore store,
            Statistics statistics,
            Rankings rankings,
            InMemoryRecalculationRuns runs,
            RecalculationQueue queue,
            Days days,
            Lease lease,
            Consumer<String> notices) {
        StorePorts inner = Streakline.inMemory(store, days).ports();
        Streakline streakline = Streakline.over(
                new StorePorts(
                        inner.facts(),
                        inner.archive(),
                        inner.histories(),
                        statistics,
                        inner.announcements(),
                        rankings,
                        inner.lifetimes(),
                        inner.policies(),
                        inner.profiles(),
                        runs,
                        queue,
                        inner.keys(),
                        inner.intakeRules(),
                        inner.sources(),
                        inner.tallies()),
                days);
        Job job = streakline.jobs(JobPace.DEFAULT, lease).get(0);
        return new FoldingJob(streakline, job, new Rounds(job, days, notices));
    }

    Duration round() {
        return rounds.next();
    }

    FoldCounts folded() {
        return streakline.foldCounts();
    }

    JobCounts counts() {
        return rounds.counts();
    }
}

package dev.streakline.benchmarks.store;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Statistics;
import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.history.ViewerStatistics;

/**
 * Plain SQL for totals, streaks and the rank by time. It has less to do than ours: local days are those of UTC, and there
 * are no milestones, no calendars, and in its shorter form no distinct titles.
 */
final class Rival {

    private static final String DAYS_TO_RANK = """
            days as (
                select viewer_key, at / 86400000000 as day, count(*) as watches, sum(seconds) as seconds
                from fact where type = 1 and not withdrawn
                group by 1, 2),
            islands as (
                select *, day - row_number() over (partition by viewer_key order by day) as island from days),
            runs as (
                select viewer_key, max(day) as last, count(*) as length, sum(watches) as watches, sum(seconds) as seconds
                from islands group by viewer_key, island),
            viewers as (
                select viewer_key, sum(watches) as watches, sum(seconds) as seconds, max(length) as longest,
                    max(last) as last_day, sum(length) as days
                from runs group by viewer_key)
            """;

    private static final String SHORT = "create table rival as with " + DAYS_TO_RANK
            + "select *, percent_rank() over (order by seconds) as rank from viewers";

    private static final String WITH_TITLES = "create table rival as with " + DAYS_TO_RANK + """
            , watched as (
                select distinct viewer_key, title_key from fact where type = 1 and not withdrawn),
            titles as (
                select viewer_key, count(*) filter (where kind = 'movie') as movies,
                    count(*) filter (where kind = 'episode') as episodes, count(distinct show) as shows
                from watched join (
                    select distinct on (title_key) title_key, kind, show
                    from title_fact where not withdrawn order by title_key, at desc, source desc, id desc) as title
                    using (title_key)
                group by viewer_key)
            select *, percent_rank() over (order by seconds) as rank from viewers join titles using (viewer_key)
            """;

    private final BenchDatabase database;

    Rival(BenchDatabase database) {
        this.database = database;
    }

    /** Without what needs titles. */
    void withoutTitles() {
        run(SHORT);
    }

    /** With films, episodes and shows as well. */
    void withTitles() {
        run(WITH_TITLES);
    }

    /** With as much memory and as many processes as it may want on two cores. */
    private void run(String query) {
        database.execute("drop table if exists rival");
        database.execute(
                "set work_mem = '512MB'",
                "set hash_mem_multiplier = 2",
                "set max_parallel_workers_per_gather = 2",
                "set jit = off",
                query);
    }

    /** Both say the same of viewers who live in UTC. */
    void compare(Statistics statistics) {
        int compared = 0;
        for (int viewer = 1; viewer < 2_000; viewer += 7) {
            if (viewer % 5 != 0) {
                ViewerStatistics ours = statistics
                        .kept(new ViewerId(Evenings.viewerName(viewer)))
                        .orElseThrow()
                        .statistics();
                String said = ours.totals().watches() + " " + ours.totals().seconds() + " "
                        + ours.streaks().longest().map(Run::length).orElse(0);
                String theirs = database.text("select watches || ' ' || seconds || ' ' || longest from rival "
                        + "where viewer_key = " + (viewer + 1));
                if (!said.equals(theirs)) {
                    throw new IllegalStateException("of " + viewer + " we say " + said + ", the rival " + theirs);
                }
                compared++;
            }
        }
        System.out.printf("the rival says the same of %,d viewers%n", compared);
    }
}

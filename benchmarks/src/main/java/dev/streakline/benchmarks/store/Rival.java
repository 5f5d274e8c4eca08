package dev.streakline.benchmarks.store;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.lifetime.LifetimeStore;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.statistics.ViewerStatistics;
import dev.streakline.domain.streak.StreakHistory;
import java.math.BigDecimal;

/**
 * Plain SQL for totals, streaks and the rank by time, of viewers and of viewers on channels. It has less to do than ours: local
 * days are those of UTC, and there are no milestones, no badges, no calendars, and in its shorter form no distinct titles.
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

    private static final String PAIRS = """
            create table rival_on_channels as with days as (
                select viewer_key, channel_key, at / 86400000000 as day, count(*) as watches, sum(seconds) as seconds
                from fact where type = 1 and not withdrawn
                group by 1, 2, 3),
            islands as (
                select *, day - row_number() over (partition by viewer_key, channel_key order by day) as island from days),
            runs as (
                select viewer_key, channel_key, max(day) as last, count(*) as length, sum(watches) as watches,
                    sum(seconds) as seconds
                from islands group by viewer_key, channel_key, island),
            pairs as (
                select viewer_key, channel_key, sum(watches) as watches, sum(seconds) as seconds, max(length) as longest,
                    max(last) as last_day, sum(length) as days
                from runs group by viewer_key, channel_key)
            select *, percent_rank() over (partition by channel_key order by seconds) as rank from pairs
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
        database.execute("drop table if exists rival, rival_on_channels");
        database.execute(
                "set work_mem = '512MB'",
                "set hash_mem_multiplier = 2",
                "set max_parallel_workers_per_gather = 2",
                "set jit = off",
                query,
                PAIRS);
    }

    /** Both give the same for viewers who live in UTC. */
    void compare(Statistics statistics, LifetimeStore lifetimes, Rankings rankings) {
        int compared = 0;
        for (int viewer = 1; viewer < 2_000; viewer += 7) {
            if (viewer % 5 != 0) {
                compare(new ViewerId(Evenings.viewerName(viewer)), viewer + 1, statistics, lifetimes, rankings);
                compared++;
            }
        }
        System.out.printf("the rival says the same of %,d viewers and their channels%n", compared);
    }

    private void compare(
            ViewerId id, int viewerKey, Statistics statistics, LifetimeStore lifetimes, Rankings rankings) {
        ViewerStatistics ours = statistics.find(id).orElseThrow().statistics();
        requireSame(
                id.value(),
                ours.totals().plays() + " " + ours.totals().seconds() + " " + longest(ours.streaks()),
                "select watches || ' ' || seconds || ' ' || longest from rival where viewer_key = " + viewerKey);
        lifetimes
                .findAll(id)
                .orElseThrow()
                .channels()
                .forEach((channel, on) -> requireSame(
                        id.value(),
                        on.watchTime().sessions() + " " + on.watchTime().seconds() + " "
                                + longest(ours.streaks().forActivity(on.activity())) + " "
                                + percentile(rankings, channel, on),
                        "select watches || ' ' || seconds || ' ' || longest || ' ' || trunc((rank * 100)::numeric, 2)"
                                + " from rival_on_channels join channel using (channel_key) where viewer_key = "
                                + viewerKey
                                + " and name = '" + channel + "'"));
    }

    private static int longest(StreakHistory streaks) {
        return streaks.longest().map(Run::length).orElse(0);
    }

    /** For a single viewer plain SQL gives 0. */
    private static String percentile(Rankings rankings, String channel, ChannelStatistics on) {
        return rankings.find(new Population.OfChannel(channel))
                .orElseThrow()
                .watchTime()
                .standingOf(on.watchTime().seconds())
                .percentile()
                .orElse(BigDecimal.valueOf(0, 2))
                .toString();
    }

    private void requireSame(String whose, String ours, String query) {
        String theirs = database.text(query);
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("of " + whose + " we say " + ours + ", the rival " + theirs);
        }
    }
}

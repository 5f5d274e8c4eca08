package dev.streakline.persistence.statistics;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.StoreUnavailable;
import dev.streakline.application.history.StoreWorkFailed;
import dev.streakline.application.statistics.Engine;
import dev.streakline.application.statistics.FoldRefused;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.domain.catalogue.Names;
import dev.streakline.domain.milestone.Announcement;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.history.FactBound;
import dev.streakline.persistence.name.TitlesAtHand;
import dev.streakline.persistence.policy.Stamp;
import dev.streakline.persistence.shard.FailedFolds;
import dev.streakline.persistence.shard.Marks;
import dev.streakline.persistence.shard.Portion;
import dev.streakline.persistence.shard.ShardWorkers;
import dev.streakline.persistence.shard.Shards;
import dev.streakline.persistence.shard.Viewers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Statistics in PostgreSQL. Many viewers are folded a shard at a time, by several threads; the memory for one shard, about
 * 100 bytes a fact, is what a thread needs.
 */
public final class PostgresStatistics implements Statistics {

    /** A tenth of a shard is read faster in whole than viewer by viewer. */
    private static final int MANY = 10;

    private static final int MOST_AT_ONCE = 500;

    /** Of fewer viewers of a shard the titles are read faster than it is seen whether those at hand are still so. */
    private static final int MANY_VIEWERS = 50;

    private static final String KEPT = Holding.question("", "");

    private final Database database;
    private final Engine engine;
    private final FactBound most;
    private final ShardWorkers workers;
    private final Holding holding;
    private final AtomicLong timesSetAside = new AtomicLong();

    /**
     * The statistics in a database.
     *
     * @param engine that folds here
     * @param threads how many shards are folded at once, 1 to 16; each has a connection of its own
     */
    public PostgresStatistics(Database database, Engine engine, int threads) {
        this(database, engine, threads, FactBound.ofEachOf(threads));
    }

    /**
     * As {@link #PostgresStatistics(Database, Engine, int)}, with another bound.
     *
     * @param most facts that each thread reads at once; a viewer of more is set aside
     */
    public PostgresStatistics(Database database, Engine engine, int threads, FactBound most) {
        this.database = database;
        this.engine = engine;
        this.most = most;
        this.workers = new ShardWorkers(threads);
        this.holding = new Holding(database, engine);
    }

    /**
     * What one thread folds with, portion by portion.
     *
     * @param titles those that it has at hand in a snapshot
     */
    private record Tools(Folding folding, Function<Handle, TitlesAtHand> titles) {

        static Supplier<Tools> forManyPortions(Supplier<Folding> foldings) {
            return () -> new Tools(foldings.get(), new TitlesAtHand()::in);
        }

        static Tools forOnePortion(Folding folding) {
            return new Tools(folding, snapshot -> new TitlesAtHand());
        }
    }

    @Override
    public Kept keep(Selection which, Supplier<Folding> foldings, Instant now) {
        if (which instanceof Selection.One one) {
            Tools tools = Tools.forOnePortion(foldings.get());
            return database.read(handle -> Viewers.key(handle, one.viewer()))
                    .map(key -> keep(Portion.of(key), Portion.of(key), KeptRow.Locking.WAIT, tools, now))
                    .orElse(Kept.NOTHING);
        }
        if (which instanceof Selection.Due due) {
            return keep(Waiting.EVERYBODY, due.now(), foldings, now);
        }
        if (which instanceof Selection.Settled settled) {
            return keep(Waiting.SETTLED, settled.now(), foldings, now);
        }
        prepare();
        if (which instanceof Selection.OnChannel on) {
            return workers
                    .each(
                            Shards.ALL,
                            Tools.forManyPortions(foldings),
                            (shard, tools) -> keepSome(shard, viewers(on, shard), tools, now))
                    .stream()
                    .reduce(Kept.NOTHING, Kept::plus);
        }
        return workers
                .each(Shards.ALL, Tools.forManyPortions(foldings), (shard, tools) -> {
                    Portion whole = Portion.whole(shard);
                    return keepOrDivide(whole, whole, KeptRow.Locking.NONE, tools, now, () -> everybody(shard));
                })
                .stream()
                .reduce(Kept.NOTHING, Kept::plus);
    }

    /** Those of a shard, ascending by key. */
    private List<Long> viewers(Selection.OnChannel which, int shard) {
        return database.read(handle -> handle.createQuery("""
                        select viewer_key from viewer_channel where shard = :shard
                            and channel_key = (select channel_key from channel where name = :channel)
                        union
                        select viewer_key from mark where shard = :shard
                        order by viewer_key
                        """)
                .bind("shard", shard)
                .bind("channel", which.channel())
                .mapTo(Long.class)
                .list());
    }

    /** So that an engine that may fold has a stamp, and everybody who waits is known. */
    private void prepare() {
        stamp();
        database.useFold(Marks::expandTitleMarks);
    }

    private Kept keep(Waiting waiting, Instant changed, Supplier<Folding> foldings, Instant now) {
        Waiting.Places places = database.read(handle -> waiting.places(handle, engine, most, changed));
        if (places.isFirstToPrepare()) {
            prepare();
            places = database.read(handle -> waiting.places(handle, engine, most, changed));
        }
        return workers
                .each(places.shards(), Tools.forManyPortions(foldings), (shard, tools) -> {
                    Stamp stamp = stamp();
                    return keepSome(
                            shard,
                            database.read(handle -> waiting.viewers(handle, shard, stamp, most, changed)),
                            tools,
                            now);
                })
                .stream()
                .reduce(Kept.NOTHING, Kept::plus);
    }

    private Kept keepSome(int shard, List<Long> viewers, Tools tools, Instant now) {
        if (viewers.isEmpty()) {
            return Kept.NOTHING;
        }
        if (viewers.size() > database.read(Viewers::countOfAShard) / MANY) {
            return keepOrDivide(
                    Portion.of(shard, viewers), Portion.whole(shard), KeptRow.Locking.SKIP, tools, now, () -> viewers);
        }
        Tools enough = viewers.size() < MANY_VIEWERS ? Tools.forOnePortion(tools.folding()) : tools;
        Kept kept = Kept.NOTHING;
        for (int from = 0; from < viewers.size(); from += MOST_AT_ONCE) {
            List<Long> some = viewers.subList(from, Math.min(from + MOST_AT_ONCE, viewers.size()));
            Portion portion = Portion.of(shard, some);
            kept = kept.plus(keepOrDivide(portion, portion, KeptRow.Locking.SKIP, enough, now, () -> some));
        }
        return kept;
    }

    private List<Long> everybody(int shard) {
        return database.read(handle -> handle.createQuery(
                        "select viewer_key from viewer where viewer_key & 15 = :shard order by viewer_key")
                .bind("shard", shard)
                .mapTo(Long.class)
                .list());
    }

    /**
     * Folds a portion. When that fails, and not for want of the store, halves of its viewers are folded instead, so that in the
     * end only those stay behind whose own fold fails.
     *
     * @param who gives the viewers of the portion
     */
    private Kept keepOrDivide(
            Portion viewers,
            Portion facts,
            KeptRow.Locking locking,
            Tools tools,
            Instant now,
            Supplier<List<Long>> who) {
        try {
            return keep(viewers, facts, locking, tools, now);
        } catch (StoreWorkFailed tooMuch) {
            return divide(facts, who.get(), locking, tools, now, tooMuch);
        } catch (StoreUnavailable | FoldRefused | CancellationException notOfAViewer) {
            throw notOfAViewer;
        } catch (RuntimeException | OutOfMemoryError failed) {
            return divide(facts, who.get(), locking, tools, now, failed);
        }
    }

    private Kept divide(
            Portion facts, List<Long> keys, KeptRow.Locking locking, Tools tools, Instant now, Throwable failed) {
        int shard = facts.shard();
        // The titles of the failed portion may be half read.
        Tools others = Tools.forOnePortion(tools.folding());
        if (keys.size() <= 1 && !facts.equals(Portion.of(shard, keys))) {
            // The facts of others were read too, and perhaps those are too many.
            return half(shard, keys, locking, others, now);
        }
        if (keys.size() > 1) {
            return half(shard, keys.subList(0, keys.size() / 2), locking, others, now)
                    .plus(half(shard, keys.subList(keys.size() / 2, keys.size()), locking, others, now));
        }
        keys.forEach(key -> setAside(key, failed));
        return Kept.NOTHING;
    }

    private Kept half(int shard, List<Long> keys, KeptRow.Locking locking, Tools tools, Instant now) {
        Portion portion = Portion.of(shard, keys);
        return keepOrDivide(portion, portion, locking, tools, now, () -> keys);
    }

    private void setAside(long viewerKey, Throwable why) {
        timesSetAside.incrementAndGet();
        database.useFold(handle -> FailedFolds.add(handle, viewerKey, why));
    }

    @Override
    public List<SetAside> failing() {
        return database.read(FailedFolds::all);
    }

    /** How often this object has set a viewer aside. */
    public long timesSetAside() {
        return timesSetAside.get();
    }

    /** Folds viewers in one transaction; when policies were adopted meanwhile, in another with their stamp. */
    private Kept keep(Portion viewers, Portion facts, KeptRow.Locking locking, Tools tools, Instant now) {
        while (true) {
            stamp();
            Optional<Kept> kept = database.fold(handle -> {
                Optional<Stamp> stamp = Stamp.find(handle, engine);
                return stamp.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new PortionFold(
                                        handle,
                                        stamp.get(),
                                        tools.folding(),
                                        tools.titles().apply(handle),
                                        most,
                                        now)
                                .keep(viewers, facts, locking));
            });
            if (kept.isPresent()) {
                return kept.get();
            }
        }
    }

    /** The stamp in force, made in a transaction of its own where there is none, so that no fold waits for another. */
    private Stamp stamp() {
        return database.fold(handle -> {
            Optional<Stamp> found = Stamp.find(handle, engine);
            if (found.isPresent()) {
                return found.get();
            }
            Stamp.make(handle, engine);
            return Stamp.find(handle, engine).orElseThrow();
        });
    }

    @Override
    public Comparison compare(Selection which, Supplier<Folding> foldings) {
        if (which instanceof Selection.One one) {
            return database.read(handle -> Viewers.key(handle, one.viewer()))
                    .map(key -> compare(Portion.of(key), Tools.forOnePortion(foldings.get())))
                    .orElse(Comparison.NOTHING);
        }
        return inOrderOfNames(workers
                .each(
                        Shards.ALL,
                        Tools.forManyPortions(foldings),
                        (shard, tools) -> compare(
                                which instanceof Selection.OnChannel on
                                        ? Portion.of(shard, viewers(on, shard))
                                        : Portion.whole(shard),
                                tools))
                .stream()
                .reduce(Comparison.NOTHING, Comparison::plus));
    }

    private Comparison compare(Portion viewers, Tools tools) {
        return database.read(handle -> new PortionFold(
                        handle,
                        Stamp.findOrNew(handle, engine),
                        tools.folding(),
                        tools.titles().apply(handle),
                        most,
                        Instant.EPOCH)
                .compare(viewers));
    }

    private static Comparison inOrderOfNames(Comparison found) {
        Comparator<ViewerId> byName = Comparator.comparing(ViewerId::value, Names.CODE_POINT_ORDER);
        return new Comparison(
                found.viewers(),
                found.pending(),
                found.different().stream().sorted(byName).toList(),
                found.unsupported().stream()
                        .sorted(Comparator.comparing(Unsupported::viewer, byName))
                        .toList());
    }

    @Override
    public Optional<KeptViewer> kept(ViewerId viewer) {
        return holding.ask(viewer, KEPT, (kept, row) -> kept);
    }

    @Override
    public List<Announcement> announced(ViewerId viewer) {
        return database.read(handle -> Viewers.key(handle, viewer)
                .map(key -> Ledger.of(handle, new Object[] {key}).getOrDefault(key, List.of()))
                .orElse(List.of()));
    }
}

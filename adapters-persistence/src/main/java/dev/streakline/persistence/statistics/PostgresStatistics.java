package dev.streakline.persistence.statistics;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.history.StoreWorkFailedException;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.OutdatedFoldVersionException;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.ScopedDatabase;
import dev.streakline.persistence.history.FactBound;
import dev.streakline.persistence.name.TitleCache;
import dev.streakline.persistence.policy.FoldVersionRow;
import dev.streakline.persistence.shard.FailedFolds;
import dev.streakline.persistence.shard.Marks;
import dev.streakline.persistence.shard.ShardWorkers;
import dev.streakline.persistence.shard.Shards;
import dev.streakline.persistence.shard.ViewerBatch;
import dev.streakline.persistence.shard.Viewers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
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

    /** Below this many viewers, reloading the titles is cheaper than checking whether the cache is current. */
    private static final int MANY_VIEWERS = 50;

    private static final String KEPT = StoredStatisticsQuery.sql("", "");

    private final ScopedDatabase app;
    private final ScopedDatabase folds;
    private final FoldVersion version;
    private final FactBound most;
    private final ShardWorkers workers;
    private final StoredStatisticsQuery storedStatisticsQuery;
    private final AtomicLong timesSetAside = new AtomicLong();

    /**
     * The statistics in a database.
     *
     * @param version that folds here
     * @param threads how many shards are folded at once, 1 to 16; each has a connection of its own
     */
    public PostgresStatistics(Database database, FoldVersion version, int threads) {
        this(database, version, threads, FactBound.ofEachOf(threads));
    }

    /**
     * As {@link #PostgresStatistics(Database, FoldVersion, int)}, with another bound.
     *
     * @param most facts that each thread reads at once; a viewer of more is set aside
     */
    public PostgresStatistics(Database database, FoldVersion version, int threads, FactBound most) {
        this.app = database.as(Scope.APP);
        this.folds = database.as(Scope.FOLD);
        this.version = version;
        this.most = most;
        this.workers = new ShardWorkers(threads);
        this.storedStatisticsQuery = new StoredStatisticsQuery(database, version);
    }

    /**
     * The tools that one thread uses for one batch after another.
     *
     * @param titles the titles cached in a snapshot
     */
    private record Tools(FoldFunction foldFunction, Function<Handle, TitleCache> titles) {

        static Supplier<Tools> forManyPortions(Supplier<FoldFunction> foldFunctions) {
            return () -> new Tools(foldFunctions.get(), new TitleCache()::in);
        }

        static Tools forOnePortion(FoldFunction foldFunction) {
            return new Tools(foldFunction, snapshot -> new TitleCache());
        }
    }

    @Override
    public RefreshSummary refresh(Selection selection, Supplier<FoldFunction> foldFunctions, Instant now) {
        return selection.match(new Refresh(foldFunctions, now));
    }

    /** Folds what is selected. */
    private final class Refresh implements Selection.Cases<RefreshSummary> {

        private final Supplier<FoldFunction> foldFunctions;
        private final Instant now;

        private Refresh(Supplier<FoldFunction> foldFunctions, Instant now) {
            this.foldFunctions = foldFunctions;
            this.now = now;
        }

        @Override
        public RefreshSummary one(Selection.One selection) {
            Tools tools = Tools.forOnePortion(foldFunctions.get());
            return app.read(handle -> Viewers.key(handle, selection.viewer()))
                    .map(key -> refresh(ViewerBatch.of(key), ViewerBatch.of(key), StoredRow.Locking.WAIT, tools, now))
                    .orElse(RefreshSummary.NOTHING);
        }

        @Override
        public RefreshSummary due(Selection.Due selection) {
            return refresh(DueViewersQuery.EVERYBODY, selection.now(), foldFunctions, now);
        }

        @Override
        public RefreshSummary settled(Selection.Settled selection) {
            return refresh(DueViewersQuery.SETTLED, selection.now(), foldFunctions, now);
        }

        @Override
        public RefreshSummary watchersOf(Selection.WatchersOf selection) {
            return everyShard((shard, tools) -> refreshSome(shard, viewers(selection.channel(), shard), tools, now));
        }

        @Override
        public RefreshSummary all(Selection.All selection) {
            return everyShard((shard, tools) -> {
                ViewerBatch whole = ViewerBatch.whole(shard);
                return refreshOrDivide(whole, whole, StoredRow.Locking.NONE, tools, now, () -> everybody(shard));
            });
        }

        private RefreshSummary everyShard(BiFunction<Integer, Tools, RefreshSummary> work) {
            prepare();
            return workers.each(Shards.ALL, Tools.forManyPortions(foldFunctions), work).stream()
                    .reduce(RefreshSummary.NOTHING, RefreshSummary::plus);
        }
    }

    /** The viewers of a channel in a shard, and those with a mark, ascending by key. */
    private List<Long> viewers(String channel, int shard) {
        return app.read(handle -> handle.createQuery("""
                        select viewer_key from viewer_channel where shard = :shard
                            and channel_key = (select channel_key from channel where name = :channel)
                        union
                        select viewer_key from mark where shard = :shard
                        order by viewer_key
                        """)
                .bind("shard", shard)
                .bind("channel", channel)
                .mapTo(Long.class)
                .list());
    }

    /** Makes the row of this fold version, and turns marks of titles into marks of viewers. */
    private void prepare() {
        foldVersion();
        folds.useFold(Marks::expandTitleMarks);
    }

    private RefreshSummary refresh(
            DueViewersQuery due, Instant changed, Supplier<FoldFunction> foldFunctions, Instant now) {
        DueViewersQuery.Places places = app.read(handle -> due.places(handle, version, most, changed));
        if (places.isFirstToPrepare()) {
            prepare();
            places = app.read(handle -> due.places(handle, version, most, changed));
        }
        return workers
                .each(places.shards(), Tools.forManyPortions(foldFunctions), (shard, tools) -> {
                    FoldVersionRow version = foldVersion();
                    return refreshSome(
                            shard, app.read(handle -> due.viewers(handle, shard, version, most, changed)), tools, now);
                })
                .stream()
                .reduce(RefreshSummary.NOTHING, RefreshSummary::plus);
    }

    private RefreshSummary refreshSome(int shard, List<Long> viewers, Tools tools, Instant now) {
        if (viewers.isEmpty()) {
            return RefreshSummary.NOTHING;
        }
        if (viewers.size() > app.read(Viewers::countOfAShard) / MANY) {
            return refreshOrDivide(
                    ViewerBatch.of(shard, viewers),
                    ViewerBatch.whole(shard),
                    StoredRow.Locking.SKIP,
                    tools,
                    now,
                    () -> viewers);
        }
        Tools enough = viewers.size() < MANY_VIEWERS ? Tools.forOnePortion(tools.foldFunction()) : tools;
        RefreshSummary summary = RefreshSummary.NOTHING;
        for (int from = 0; from < viewers.size(); from += MOST_AT_ONCE) {
            List<Long> some = viewers.subList(from, Math.min(from + MOST_AT_ONCE, viewers.size()));
            ViewerBatch batch = ViewerBatch.of(shard, some);
            summary = summary.plus(refreshOrDivide(batch, batch, StoredRow.Locking.SKIP, enough, now, () -> some));
        }
        return summary;
    }

    private List<Long> everybody(int shard) {
        return app.read(handle -> handle.createQuery(
                        "select viewer_key from viewer where viewer_key & 15 = :shard order by viewer_key")
                .bind("shard", shard)
                .mapTo(Long.class)
                .list());
    }

    /**
     * Folds a batch. If that fails for another reason than an unavailable store, folds halves of it instead. In the end
     * only viewers whose own fold fails are left out.
     *
     * @param keysOfViewers gives the viewers of the batch
     */
    private RefreshSummary refreshOrDivide(
            ViewerBatch viewers,
            ViewerBatch facts,
            StoredRow.Locking locking,
            Tools tools,
            Instant now,
            Supplier<List<Long>> keysOfViewers) {
        try {
            return refresh(viewers, facts, locking, tools, now);
        } catch (StoreWorkFailedException tooMuch) {
            return divide(facts, keysOfViewers.get(), locking, tools, now, tooMuch);
        } catch (StoreUnavailableException | OutdatedFoldVersionException | CancellationException notOfAViewer) {
            throw notOfAViewer;
        } catch (RuntimeException | OutOfMemoryError failed) {
            return divide(facts, keysOfViewers.get(), locking, tools, now, failed);
        }
    }

    private RefreshSummary divide(
            ViewerBatch facts, List<Long> keys, StoredRow.Locking locking, Tools tools, Instant now, Throwable failed) {
        int shard = facts.shard();
        // The titles of the failed portion may be half read.
        Tools others = Tools.forOnePortion(tools.foldFunction());
        if (keys.size() <= 1 && !facts.equals(ViewerBatch.of(shard, keys))) {
            // The facts of others were read too, and perhaps those are too many.
            return half(shard, keys, locking, others, now);
        }
        if (keys.size() > 1) {
            return half(shard, keys.subList(0, keys.size() / 2), locking, others, now)
                    .plus(half(shard, keys.subList(keys.size() / 2, keys.size()), locking, others, now));
        }
        keys.forEach(key -> setAside(key, failed));
        return RefreshSummary.NOTHING;
    }

    private RefreshSummary half(int shard, List<Long> keys, StoredRow.Locking locking, Tools tools, Instant now) {
        ViewerBatch batch = ViewerBatch.of(shard, keys);
        return refreshOrDivide(batch, batch, locking, tools, now, () -> keys);
    }

    private void setAside(long viewerKey, Throwable why) {
        timesSetAside.incrementAndGet();
        folds.useFold(handle -> FailedFolds.add(handle, viewerKey, why));
    }

    @Override
    public List<SetAside> failing() {
        return app.read(FailedFolds::all);
    }

    /** How often this object has set a viewer aside. */
    public long timesSetAside() {
        return timesSetAside.get();
    }

    /** Folds viewers in one transaction; when policies were adopted meanwhile, in another under those. */
    private RefreshSummary refresh(
            ViewerBatch viewers, ViewerBatch facts, StoredRow.Locking locking, Tools tools, Instant now) {
        while (true) {
            foldVersion();
            Optional<RefreshSummary> summary = folds.fold(handle -> {
                Optional<FoldVersionRow> row = FoldVersionRow.find(handle, version);
                return row.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new BatchFold(
                                        handle,
                                        row.get(),
                                        tools.foldFunction(),
                                        tools.titles().apply(handle),
                                        most,
                                        now)
                                .refresh(viewers, facts, locking));
            });
            if (summary.isPresent()) {
                return summary.get();
            }
        }
    }

    /** The fold version in force, made in a transaction of its own where there is none, so that no fold waits for another. */
    private FoldVersionRow foldVersion() {
        return folds.fold(handle -> {
            Optional<FoldVersionRow> found = FoldVersionRow.find(handle, version);
            if (found.isPresent()) {
                return found.get();
            }
            FoldVersionRow.make(handle, version);
            return FoldVersionRow.find(handle, version).orElseThrow();
        });
    }

    @Override
    public StoreComparison compare(Selection selection, Supplier<FoldFunction> foldFunctions) {
        return selection.match(new Compare(foldFunctions));
    }

    /** Compares what is selected. */
    private final class Compare implements Selection.Cases<StoreComparison> {

        private final Supplier<FoldFunction> foldFunctions;

        private Compare(Supplier<FoldFunction> foldFunctions) {
            this.foldFunctions = foldFunctions;
        }

        @Override
        public StoreComparison one(Selection.One selection) {
            return app.read(handle -> Viewers.key(handle, selection.viewer()))
                    .map(key -> compare(ViewerBatch.of(key), Tools.forOnePortion(foldFunctions.get())))
                    .orElse(StoreComparison.NOTHING);
        }

        @Override
        public StoreComparison watchersOf(Selection.WatchersOf selection) {
            return everyShard(shard -> ViewerBatch.of(shard, viewers(selection.channel(), shard)));
        }

        @Override
        public StoreComparison due(Selection.Due selection) {
            return selection.compared().match(this);
        }

        @Override
        public StoreComparison settled(Selection.Settled selection) {
            return selection.compared().match(this);
        }

        @Override
        public StoreComparison all(Selection.All selection) {
            return everyShard(ViewerBatch::whole);
        }

        private StoreComparison everyShard(IntFunction<ViewerBatch> viewers) {
            return inOrderOfNames(workers
                    .each(
                            Shards.ALL,
                            Tools.forManyPortions(foldFunctions),
                            (shard, tools) -> compare(viewers.apply(shard), tools))
                    .stream()
                    .reduce(StoreComparison.NOTHING, StoreComparison::plus));
        }
    }

    private StoreComparison compare(ViewerBatch viewers, Tools tools) {
        return app.read(handle -> new BatchFold(
                        handle,
                        FoldVersionRow.findOrNew(handle, version),
                        tools.foldFunction(),
                        tools.titles().apply(handle),
                        most,
                        Instant.EPOCH)
                .compare(viewers));
    }

    private static StoreComparison inOrderOfNames(StoreComparison found) {
        Comparator<ViewerId> byName = Comparator.comparing(ViewerId::value, NameIndex.CODE_POINT_ORDER);
        return new StoreComparison(
                found.viewers(),
                found.pending(),
                found.different().stream().sorted(byName).toList(),
                found.unsupported().stream()
                        .sorted(Comparator.comparing(Unsupported::viewer, byName))
                        .toList());
    }

    @Override
    public Optional<StoredStatistics> find(ViewerId viewer) {
        return storedStatisticsQuery.query(viewer, KEPT, (kept, row) -> kept);
    }
}

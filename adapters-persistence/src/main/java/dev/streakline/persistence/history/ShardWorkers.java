package dev.streakline.persistence.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Threads that do the same for every shard, each a shard at a time. */
final class ShardWorkers {

    private final int threads;

    /**
     * @param threads 1 to 16
     */
    ShardWorkers(int threads) {
        if (threads < 1 || threads > Shards.COUNT) {
            throw new IllegalArgumentException("threads must be from 1 to " + Shards.COUNT + ", but is " + threads);
        }
        this.threads = threads;
    }

    /**
     * Does the work for every shard. When it fails for one, no other shard is begun, and the failure is thrown after those
     * under way have ended.
     *
     * @param tools gives what one thread works with
     */
    <T, R> List<R> each(Supplier<T> tools, BiFunction<Integer, T, R> work) {
        AtomicInteger next = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<R>>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(() -> walk(next, tools.get(), work)));
            }
            List<R> results = new ArrayList<>();
            for (Future<List<R>> future : futures) {
                results.addAll(await(future));
            }
            return results;
        } finally {
            next.set(Shards.COUNT);
            executor.shutdown();
        }
    }

    private static <T, R> List<R> walk(AtomicInteger next, T tools, BiFunction<Integer, T, R> work) {
        List<R> results = new ArrayList<>();
        for (int shard = next.getAndIncrement(); shard < Shards.COUNT; shard = next.getAndIncrement()) {
            try {
                results.add(work.apply(shard, tools));
            } catch (RuntimeException | Error failed) {
                next.set(Shards.COUNT);
                throw failed;
            }
        }
        return results;
    }

    private static <R> R await(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while folding; what was kept so far stays");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            } else if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}

package dev.streakline.persistence.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Threads that do the same for several shards, each a shard at a time. */
public final class ShardWorkers {

    private final int threads;

    /**
     * @param threads 1 to 16
     */
    public ShardWorkers(int threads) {
        if (threads < 1 || threads > Shards.COUNT) {
            throw new IllegalArgumentException("threads must be from 1 to " + Shards.COUNT + ", but is " + threads);
        }
        this.threads = threads;
    }

    /**
     * Does the work for each shard. When it fails for one, or the calling thread is interrupted, no other shard is
     * begun. The failure is thrown after the shards under way have ended.
     *
     * @param tools gives what one thread works with
     * @throws CancellationException when the calling thread is interrupted; it still is then
     */
    public <T, R> List<R> each(List<Integer> shards, Supplier<T> tools, BiFunction<Integer, T, R> work) {
        if (shards.isEmpty()) {
            return List.of();
        }
        Queue<Integer> left = new ConcurrentLinkedQueue<>(shards);
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(threads, shards.size()));
        try {
            List<Future<List<R>>> futures = new ArrayList<>();
            for (int i = 0; i < Math.min(threads, shards.size()); i++) {
                futures.add(executor.submit(() -> walk(left, tools.get(), work)));
            }
            List<R> results = new ArrayList<>();
            for (Future<List<R>> future : futures) {
                results.addAll(await(future));
            }
            return results;
        } finally {
            left.clear();
            executor.shutdown();
            awaitEnd(executor);
        }
    }

    private static <T, R> List<R> walk(Queue<Integer> left, T tools, BiFunction<Integer, T, R> work) {
        List<R> results = new ArrayList<>();
        for (Integer shard = left.poll(); shard != null; shard = left.poll()) {
            try {
                results.add(work.apply(shard, tools));
            } catch (RuntimeException | Error failed) {
                left.clear();
                throw failed;
            }
        }
        return results;
    }

    /** Waits for running work, because an interrupted caller may close the store next. */
    private static void awaitEnd(ExecutorService executor) {
        boolean isInterrupted = false;
        while (!executor.isTerminated()) {
            try {
                executor.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException interrupted) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <R> R await(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while recalculating; what was stored so far stays");
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

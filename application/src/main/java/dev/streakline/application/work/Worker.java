package dev.streakline.application.work;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does jobs until it is closed, each on a thread of its own, so that a slow job does not delay the others. A job that
 * did something begins its next round at once. A job that fails is tried again, with growing pauses. Several workers
 * may do the same jobs on one store, in one process or in many.
 *
 * <p>Example: {@code try (Worker worker = Worker.start(streakline.jobs(), clock, log::println)) { … }}
 */
public final class Worker implements AutoCloseable {

    /** How long closing waits for the rounds under way. */
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final Map<String, Rounds> rounds = new LinkedHashMap<>();
    private final Collection<Thread> threads;
    private final WorkerThreads.Sleep sleep;
    private final CountDownLatch working;
    private volatile boolean isClosing;

    private Worker(Collection<Job> jobs, InstantSource clock, Consumer<String> notices, WorkerThreads threads) {
        this.sleep = threads.sleep();
        for (Job job : jobs) {
            Rounds before = rounds.put(job.name(), new Rounds(job, clock, line -> report(notices, line)));
            if (before != null) {
                throw new IllegalArgumentException("two jobs have the name \"" + job.name() + "\"");
            }
        }
        this.working = new CountDownLatch(rounds.size());
        this.threads = rounds.entrySet().stream()
                .map(each -> thread(each.getKey(), each.getValue(), threads))
                .toList();
    }

    private Thread thread(String name, Rounds ofJob, WorkerThreads threads) {
        Thread thread = Objects.requireNonNull(threads.factory().newThread(() -> work(ofJob)), "thread");
        thread.setName("streakline-" + name);
        return thread;
    }

    /**
     * Starts to work.
     *
     * @param notices receives a line when a job fails and when it succeeds again, each once; from the threads of the
     *     jobs
     * @throws IllegalArgumentException when two jobs have the same name
     */
    public static Worker start(Collection<Job> jobs, InstantSource clock, Consumer<String> notices) {
        return start(jobs, clock, notices, WorkerThreads.DAEMONS);
    }

    /** As {@link #start(Collection, InstantSource, Consumer)}, on other threads. */
    public static Worker start(
            Collection<Job> jobs, InstantSource clock, Consumer<String> notices, WorkerThreads threads) {
        Worker worker = new Worker(jobs, clock, notices, threads);
        worker.threads.forEach(Thread::start);
        return worker;
    }

    /** How many rounds of all jobs have failed, and how many faults they reported. */
    public long failures() {
        return rounds.values().stream()
                .mapToLong(each -> each.counts().failures())
                .sum();
    }

    /**
     * The counts of one job.
     *
     * @throws IllegalArgumentException when no job has that name
     */
    public JobCounts counts(String job) {
        Rounds found = rounds.get(job);
        if (found == null) {
            throw new IllegalArgumentException("no job is named \"" + job + "\"; there are " + rounds.keySet());
        }
        return found.counts();
    }

    /** Reports nothing that fails because the worker is being closed. */
    private void report(Consumer<String> notices, String line) {
        if (!isClosing) {
            notices.accept(line);
        }
    }

    private void work(Rounds ofJob) {
        try {
            while (!isClosing) {
                pause(ofJob.next());
            }
        } finally {
            working.countDown();
        }
    }

    private void pause(Duration length) {
        try {
            sleep.await(length);
        } catch (InterruptedException interrupted) {
            // Only closing interrupts it.
        }
    }

    /** Ends every job when its round under way is over, and waits for that at most 10 seconds. */
    @Override
    public void close() {
        isClosing = true;
        threads.forEach(Thread::interrupt);
        try {
            boolean unused = working.await(LONGEST_END.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

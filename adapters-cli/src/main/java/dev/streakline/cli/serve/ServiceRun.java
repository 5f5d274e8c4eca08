package dev.streakline.cli.serve;

import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.ExitCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Serves until the process is ended by a signal, which is what a service is for: then it is closed in order, and the exit
 * code is 0. It is never waited for longer than 28 seconds: supervisors kill after 30 or more.
 */
public final class ServiceRun {

    private static final Duration LONGEST = Duration.ofSeconds(28);

    private final Stores.Service service;
    private final Consumer<String> notices;
    private final Duration longest;
    private final CountDownLatch ending = new CountDownLatch(1);

    private ServiceRun(Stores.Service service, Consumer<String> notices, Duration longest) {
        this.service = service;
        this.notices = notices;
        this.longest = longest;
    }

    /**
     * From now on the end of the process closes the service.
     *
     * @param notices receives a line when it is over
     */
    public static ServiceRun of(Stores.Service service, Consumer<String> notices) {
        return of(service, notices, LONGEST);
    }

    /** As {@link #of(Stores.Service, Consumer)}, with another limit. */
    public static ServiceRun of(Stores.Service service, Consumer<String> notices, Duration longest) {
        ServiceRun ended = new ServiceRun(service, notices, longest);
        // Begun now: when memory has run out, no thread can be begun any more.
        Thread watch = new Thread(ended::endAnyway, "streakline-end");
        watch.setDaemon(true);
        watch.start();
        Runtime.getRuntime().addShutdownHook(new Thread(ended::end, "streakline-close"));
        return ended;
    }

    /** Waits for the end of the process; does not return. */
    public int await() throws InterruptedException {
        new CountDownLatch(1).await();
        return ExitCode.DONE.number();
    }

    private void end() {
        ending.countDown();
        try {
            service.close();
            notices.accept("ended");
            Runtime.getRuntime().halt(ExitCode.DONE.number());
        } catch (RuntimeException | OutOfMemoryError failed) {
            notices.accept("did not stop cleanly: " + failed);
            Runtime.getRuntime().halt(ExitCode.FAILED.number());
        }
    }

    private void endAnyway() {
        try {
            ending.await();
            TimeUnit.MILLISECONDS.sleep(longest.toMillis());
            notices.accept("did not stop within " + longest.toSeconds() + " s; stopping at once");
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().halt(ExitCode.FAILED.number());
        }
    }
}

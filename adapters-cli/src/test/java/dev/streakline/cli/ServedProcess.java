package dev.streakline.cli;

import dev.streakline.cli.serve.ServiceRun;
import dev.streakline.cli.store.Stores;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A process that serves nothing until it is ended. Its argument decides whether closing ends: {@code closes} or
 * {@code hangs}.
 */
final class ServedProcess {

    private ServedProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = System.out;
        Stores.Service service = new Stores.Service() {
            @Override
            public String address() {
                return "nowhere";
            }

            @Override
            public void close() {
                if (arguments[0].equals("hangs")) {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                }
                out.println("closed");
            }
        };
        ServiceRun ended = ServiceRun.of(service, out::println, Duration.ofSeconds(1));
        out.println("serving");
        System.exit(ended.await());
    }
}

package dev.streakline.cli.wiring;

import java.util.ArrayList;
import java.util.List;

/** A process whose memory runs out in a thread beside the first. */
final class ExhaustedProcess {

    private ExhaustedProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        MemoryExhausted.endWithUncaught();
        Thread hungry = new Thread(() -> {
            List<byte[]> taken = new ArrayList<>();
            while (taken.size() < Integer.MAX_VALUE) {
                taken.add(new byte[100_000]);
            }
        });
        hungry.start();
        hungry.join();
        Thread.sleep(10_000);
    }
}

package dev.streakline.benchmarks.store;

import java.util.ArrayList;
import java.util.List;

/** The sessions of later and later evenings, a hundred batches at a time. */
final class Batches {

    static final int COUNT = 100;
    static final int ROWS = COUNT * Loading.BATCH;

    private final Evenings evenings;
    private int evening = Evenings.DAYS;

    Batches(Evenings evenings) {
        this.evenings = evenings;
    }

    /** The next, all of them new. */
    List<List<Evenings.Session>> next() {
        List<List<Evenings.Session>> batches = new ArrayList<>();
        List<Evenings.Session> sessions = new ArrayList<>();
        while (batches.size() < COUNT) {
            evenings.tell(evening++, sessions::add);
            for (; sessions.size() >= Loading.BATCH && batches.size() < COUNT; ) {
                List<Evenings.Session> batch = sessions.subList(0, Loading.BATCH);
                batches.add(List.copyOf(batch));
                batch.clear();
            }
        }
        return batches;
    }

    /** Batches as {@link #copy} takes them. */
    static List<byte[]> rows(List<List<Evenings.Session>> batches) {
        return batches.stream().map(Loading::bytes).toList();
    }

    /** The limit: one connection copies them in, and commits after each. */
    static void copy(BenchDatabase limit, List<byte[]> rows) {
        limit.on(connection -> {
            for (byte[] batch : rows) {
                Loading.copy(connection, batch);
            }
            return true;
        });
    }
}

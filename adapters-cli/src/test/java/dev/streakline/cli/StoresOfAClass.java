package dev.streakline.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Drops the databases of a test class at its end, while their files are still in memory: that takes milliseconds, and the best
 * part of a second in the next run, when they are on the disk.
 */
public final class StoresOfAClass implements BeforeAllCallback, AfterAllCallback {

    /** By thread, for the tests of a class share one; classes that begin within another one end before it. */
    private static final ThreadLocal<Deque<List<String>>> OPENED = ThreadLocal.withInitial(ArrayDeque::new);

    /** Notes a database for the class that runs on this thread. */
    static void add(String database) {
        List<String> databases = OPENED.get().peek();
        if (databases != null) {
            databases.add(database);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        OPENED.get().push(new ArrayList<>());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        OPENED.get().pop().forEach(StoreFixture::drop);
    }
}

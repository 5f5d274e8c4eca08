package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The processes that use the server of one folder. Each holds a shared lock on a file for as long as it does, which the
 * system frees when the process dies; who gets that lock for itself alone is the last.
 *
 * <p>Such locks belong to processes, not to threads, and a process loses them when it closes the file anywhere. So the
 * users within this process are counted here, once for all of it.
 */
final class Tenants {
    private static final ConcurrentMap<Path, Tenants> HERE = new ConcurrentHashMap<>();

    /** Longer than whoever is at the door may take to start, stop or wait for a server. */
    private static final Duration AT_THE_DOOR = Duration.ofMinutes(5);

    private final ServerFolder folder;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private int inThisProcess;
    private @Nullable FileChannel share;

    private Tenants(ServerFolder folder) {
        this.folder = folder;
    }

    /** Those of a folder. */
    static Tenants of(ServerFolder folder) {
        return HERE.computeIfAbsent(folder.path(), path -> new Tenants(folder));
    }

    /** What a process does at the door, and what comes of it. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException, InterruptedException;
    }

    /** What the last one does. */
    @FunctionalInterface
    interface LastWork {
        void done() throws IOException, InterruptedException;
    }

    /**
     * Does the work that makes the server run, alone at the door, and counts the caller in when it is done.
     *
     * @throws DatabaseUnavailable when the door is not free for five minutes
     */
    <T> T enter(Work<T> starting) throws IOException, InterruptedException {
        return aloneInThisProcess(() -> atTheDoor(() -> {
            T started = starting.done();
            if (share == null) {
                share = shared();
            }
            inThisProcess++;
            return started;
        }));
    }

    /**
     * Counts the caller out; when it was the last one of the last process, does the work that stops the server.
     *
     * @throws DatabaseUnavailable when the door is not free for five minutes
     */
    void leave(LastWork stopping) throws IOException, InterruptedException {
        aloneInThisProcess(() -> {
            inThisProcess--;
            if (inThisProcess == 0) {
                giveUpTheShare();
                atTheDoor(() -> {
                    doIfNobodyHasAShare(stopping);
                    return folder;
                });
            }
            return folder;
        });
    }

    private <T> T aloneInThisProcess(Work<T> work) throws IOException, InterruptedException {
        if (!oneAtATime.tryLock(AT_THE_DOOR.toMillis(), TimeUnit.MILLISECONDS)) {
            throw busy();
        }
        try {
            return work.done();
        } finally {
            oneAtATime.unlock();
        }
    }

    private <T> T atTheDoor(Work<T> work) throws IOException, InterruptedException {
        FileChannel door = open(folder.doorLock());
        try {
            Deadline deadline = Deadline.in(AT_THE_DOOR);
            while (door.tryLock() == null) {
                if (deadline.isOver()) {
                    throw busy();
                }
                Deadline.pause();
            }
            return work.done();
        } finally {
            door.close();
        }
    }

    private void doIfNobodyHasAShare(LastWork stopping) throws IOException, InterruptedException {
        try (FileChannel alone = open(folder.tenantsLock())) {
            if (alone.tryLock() != null) {
                stopping.done();
            }
        }
    }

    private void giveUpTheShare() throws IOException {
        if (share != null) {
            share.close();
            share = null;
        }
    }

    private FileChannel shared() throws IOException {
        FileChannel channel = open(folder.tenantsLock());
        if (channel.tryLock(0, Long.MAX_VALUE, true) == null) {
            channel.close();
            throw new IOException("another program holds the lock " + folder.tenantsLock());
        }
        return channel;
    }

    private DatabaseUnavailable busy() {
        return new DatabaseUnavailable("Another process has been starting or stopping the PostgreSQL in "
                + folder.path() + " for " + AT_THE_DOOR.toMinutes() + " minutes. End that process, and try again.");
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(
                lock,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                ServerFolder.PRIVATE_FILE);
    }
}

package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
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
 * The processes that use the server of one folder. Each has a shared lock on a file for as long as it does, which the
 * system frees when the process dies; a process that gets that lock for itself alone is the only one.
 *
 * <p>Such locks belong to processes, not to threads, and a process loses them when it closes the file anywhere. So the
 * users within this process are counted here, once for all of it, and the file is open once. A folder is recognised by
 * device and inode: the same one may have several paths, and may get another path while it is in use.
 */
final class Tenants {
    private static final ConcurrentMap<Object, Tenants> HERE = new ConcurrentHashMap<>();

    /** Longer than another process may take to start, stop or wait for a server. */
    private static final Duration AT_THE_DOOR = Duration.ofMinutes(5);

    private final Object key;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile ServerFolder folder;
    private int inThisProcess;
    private @Nullable FileChannel users;
    private @Nullable FileLock share;

    private Tenants(Object key, ServerFolder folder) {
        this.key = key;
        this.folder = folder;
    }

    /** Those of a folder. */
    static Tenants of(ServerFolder folder) throws IOException {
        Object key = FileKeys.of(folder.path());
        return HERE.computeIfAbsent(key, unused -> new Tenants(key, folder));
    }

    /** What a process does at the door, and what comes of it. */
    @FunctionalInterface
    interface Work<T> {
        T in(ServerFolder folder) throws IOException, InterruptedException;
    }

    /** What the last one does. */
    @FunctionalInterface
    interface LastWork {
        void in(ServerFolder folder) throws IOException, InterruptedException;
    }

    /**
     * Does the work that makes the server run, alone at the door, and counts the caller in when it is done.
     *
     * @param path the folder, as the caller found it
     * @throws DatabaseUnavailable when the door is not free for five minutes
     */
    <T> T enter(ServerFolder path, Work<T> starting) throws IOException, InterruptedException {
        return aloneInThisProcess(() -> {
            if (inThisProcess == 0) {
                folder = path;
            }
            return atTheDoor(path, () -> {
                try {
                    T started = starting.in(path);
                    takeShare();
                    inThisProcess++;
                    return started;
                } finally {
                    if (inThisProcess == 0) {
                        closeFile();
                    }
                }
            });
        });
    }

    /**
     * Does work that makes the server run again, for a caller that was counted in.
     *
     * @throws DatabaseUnavailable when the door is not free for five minutes, or the folder was deleted
     */
    <T> T again(Work<T> starting) throws IOException, InterruptedException {
        return aloneInThisProcess(() -> {
            ServerFolder present = folder();
            return atTheDoor(present, () -> starting.in(present));
        });
    }

    /**
     * Counts the caller out; when it was the last one of the last process, does the work that stops the server.
     *
     * @throws DatabaseUnavailable when the door is not free for five minutes, or the folder was deleted
     */
    void leave(LastWork stopping) throws IOException, InterruptedException {
        aloneInThisProcess(() -> {
            inThisProcess--;
            if (inThisProcess > 0) {
                return key;
            }
            try {
                ServerFolder present = folder();
                giveUpShare();
                return atTheDoor(present, () -> {
                    if (isAlone()) {
                        stopping.in(present);
                    }
                    return key;
                });
            } finally {
                closeFile();
            }
        });
    }

    /**
     * Whether no other process uses the server. At the door that stays so until the door is left.
     *
     * @throws IOException when the file cannot be locked
     */
    boolean isAlone() throws IOException {
        // An interrupted thread that locks a file closes it, and the process would lose its share.
        boolean interrupted = Thread.interrupted();
        boolean hadShare = share != null;
        try {
            giveUpShare();
            FileLock all = users().tryLock();
            if (all != null) {
                all.release();
            }
            return all != null;
        } finally {
            if (hadShare) {
                takeShare();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The other processes that use the server, for people. */
    String others() throws IOException {
        return LockHolders.of(folder().tenantsLock());
    }

    /**
     * Where the folder is now.
     *
     * @throws DatabaseUnavailable when it was deleted
     */
    ServerFolder folder() throws IOException {
        ServerFolder last = folder;
        if (FileKeys.isAt(last.path(), key)) {
            return last;
        }
        for (Path open : FileKeys.openFiles(last.tenantsLock().getFileName().toString())) {
            Path parent = open.resolveSibling("");
            if (FileKeys.isAt(parent, key)) {
                folder = new ServerFolder(parent);
                return folder;
            }
        }
        throw new DatabaseUnavailable("The folder " + last.path()
                + " was deleted or moved to another disk while it was in use. Put it back, then try again.");
    }

    private <T> T aloneInThisProcess(AtTheDoor<T> work) throws IOException, InterruptedException {
        if (!oneAtATime.tryLock(AT_THE_DOOR.toMillis(), TimeUnit.MILLISECONDS)) {
            throw busy(folder);
        }
        try {
            return work.done();
        } finally {
            oneAtATime.unlock();
        }
    }

    @FunctionalInterface
    private interface AtTheDoor<T> {
        T done() throws IOException, InterruptedException;
    }

    private static <T> T atTheDoor(ServerFolder folder, AtTheDoor<T> work) throws IOException, InterruptedException {
        try (FileChannel door = open(folder.doorLock())) {
            Deadline deadline = Deadline.in(AT_THE_DOOR);
            while (door.tryLock() == null) {
                if (deadline.isOver()) {
                    throw busy(folder);
                }
                Deadline.pause();
            }
            return work.done();
        }
    }

    private FileChannel users() throws IOException {
        FileChannel open = users;
        if (open == null || !open.isOpen()) {
            open = open(folder().tenantsLock());
            users = open;
        }
        return open;
    }

    private void takeShare() throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            if (share != null && share.isValid()) {
                return;
            }
            share = users().tryLock(0, Long.MAX_VALUE, true);
            if (share == null) {
                throw new IOException("another program has locked " + folder.tenantsLock());
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void giveUpShare() throws IOException {
        FileLock given = share;
        share = null;
        if (given != null && given.isValid()) {
            given.release();
        }
    }

    private void closeFile() throws IOException {
        FileChannel open = users;
        users = null;
        share = null;
        if (open != null) {
            open.close();
        }
    }

    private static DatabaseUnavailable busy(ServerFolder folder) throws IOException {
        return new DatabaseUnavailable("Another process has been starting or stopping the PostgreSQL in "
                + folder.path() + " for " + AT_THE_DOOR.toMinutes() + " minutes: "
                + LockHolders.of(folder.doorLock()) + ". End it, then try again.");
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(
                lock,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                ServerFolder.PRIVATE_FILE);
    }
}

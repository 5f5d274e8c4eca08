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
 * The processes that use the server of one folder. Each has a shared lock on a file, which the system releases when the
 * process dies; a process that obtains the exclusive lock is the only user.
 *
 * <p>These locks belong to processes, not to threads, and a process loses them when it closes the file anywhere. So the users
 * within this process are counted here, and the file is open once. A folder is identified by device and inode: it can have
 * several paths, and can be moved while it is in use.
 */
final class ServerUsers {
    private static final ConcurrentMap<Object, ServerUsers> BY_FOLDER = new ConcurrentHashMap<>();

    /** Longer than another process takes to start, stop or wait for a server. */
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final Object key;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile ServerFolder folder;
    private int usersInThisProcess;
    private @Nullable FileChannel file;
    private @Nullable FileLock use;

    private ServerUsers(Object key, ServerFolder folder) {
        this.key = key;
        this.folder = folder;
    }

    /** Those of a folder. */
    static ServerUsers of(ServerFolder folder) throws IOException {
        Object key = FileKeys.of(folder.path());
        return BY_FOLDER.computeIfAbsent(key, unused -> new ServerUsers(key, folder));
    }

    /**
     * Does the work that makes the server run, under the start lock, and then counts the caller as a user.
     *
     * @param path the folder, by the caller's path
     * @throws DatabaseUnavailableException when the start lock is not free for five minutes
     */
    <T> T enter(ServerFolder path, Work<ServerFolder, T> start) throws IOException, InterruptedException {
        return oneAtATime(last -> {
            if (usersInThisProcess == 0) {
                folder = path;
            }
            return withStartLock(path, present -> {
                try {
                    T started = start.on(present);
                    lockUse();
                    usersInThisProcess++;
                    return started;
                } finally {
                    if (usersInThisProcess == 0) {
                        closeFile();
                    }
                }
            });
        });
    }

    /**
     * Does the work that makes the server run again, for a caller that is counted.
     *
     * @throws DatabaseUnavailableException when the start lock is not free for five minutes, or the folder was deleted
     */
    <T> T again(Work<ServerFolder, T> start) throws IOException, InterruptedException {
        return oneAtATime(last -> withStartLock(folder(), start));
    }

    /**
     * No longer counts the caller. If no user is left in any process, does the work that stops the server.
     *
     * @throws DatabaseUnavailableException when the start lock is not free for five minutes, or the folder was deleted
     */
    void leave(Work<ServerFolder, ?> stop) throws IOException, InterruptedException {
        oneAtATime(last -> {
            usersInThisProcess--;
            if (usersInThisProcess > 0) {
                return last;
            }
            try {
                ServerFolder present = folder();
                releaseUseLock();
                return withStartLock(present, same -> isOnlyUser() ? stop.on(same) : same);
            } finally {
                closeFile();
            }
        });
    }

    /**
     * Whether no other process uses the server. Under the start lock that stays so.
     *
     * @throws IOException when the file cannot be locked
     */
    boolean isOnlyUser() throws IOException, InterruptedException {
        // An interrupted thread that locks a file closes it, and the process would lose its lock.
        return Work.uninterrupted(use != null, wasUser -> {
            try {
                releaseUseLock();
                FileLock all = file().tryLock();
                if (all != null) {
                    all.release();
                }
                return all != null;
            } finally {
                if (wasUser) {
                    lockUse();
                }
            }
        });
    }

    /** The other processes that use the server, for people. */
    String others() throws IOException {
        return LockHolders.of(folder().useLock());
    }

    /**
     * The present path of the folder.
     *
     * @throws DatabaseUnavailableException when it was deleted
     */
    ServerFolder folder() throws IOException {
        ServerFolder last = folder;
        if (FileKeys.isAt(last.path(), key)) {
            return last;
        }
        for (Path open : FileKeys.openFiles(last.useLock().getFileName().toString())) {
            Path parent = open.resolveSibling("");
            if (FileKeys.isAt(parent, key)) {
                folder = new ServerFolder(parent);
                return folder;
            }
        }
        throw new DatabaseUnavailableException("The folder " + last.path()
                + " was deleted or moved to another disk while it was in use. Restore it, then try again.");
    }

    private <T> T oneAtATime(Work<ServerFolder, T> work) throws IOException, InterruptedException {
        if (!oneAtATime.tryLock(LONGEST_START.toMillis(), TimeUnit.MILLISECONDS)) {
            throw busy(folder);
        }
        try {
            return work.on(folder);
        } finally {
            oneAtATime.unlock();
        }
    }

    private static <T> T withStartLock(ServerFolder folder, Work<ServerFolder, T> work)
            throws IOException, InterruptedException {
        try (FileChannel start = open(folder.startLock())) {
            Deadline deadline = Deadline.in(LONGEST_START);
            while (start.tryLock() == null) {
                if (deadline.isOver()) {
                    throw busy(folder);
                }
                Deadline.pause();
            }
            return work.on(folder);
        }
    }

    private FileChannel file() throws IOException {
        FileChannel open = file;
        if (open == null || !open.isOpen()) {
            open = open(folder().useLock());
            file = open;
        }
        return open;
    }

    private void lockUse() throws IOException, InterruptedException {
        use = Work.uninterrupted(folder, present -> {
            FileLock held = use;
            FileLock lock = held != null && held.isValid() ? held : file().tryLock(0, Long.MAX_VALUE, true);
            if (lock == null) {
                throw new IOException("another program has locked " + present.useLock());
            }
            return lock;
        });
    }

    private void releaseUseLock() throws IOException {
        FileLock held = use;
        use = null;
        if (held != null && held.isValid()) {
            held.release();
        }
    }

    private void closeFile() throws IOException {
        FileChannel open = file;
        file = null;
        use = null;
        if (open != null) {
            open.close();
        }
    }

    private static DatabaseUnavailableException busy(ServerFolder folder) throws IOException {
        return new DatabaseUnavailableException("Another process has been starting or stopping the PostgreSQL in "
                + folder.path() + " for " + LONGEST_START.toMinutes() + " minutes: "
                + LockHolders.of(folder.startLock()) + ". Stop it, then try again.");
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(
                lock,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                ServerFolder.PRIVATE_FILE);
    }
}

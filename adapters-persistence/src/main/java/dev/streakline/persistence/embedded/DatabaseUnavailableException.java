package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** No database is available. The message states what cannot be done, why and what to do; it contains no secrets. */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The remedy that always works. */
    static final String ELSEWHERE = "set STREAKLINE_DATABASE_URL to a PostgreSQL 15 or newer";

    DatabaseUnavailableException(String message) {
        super(message);
    }

    DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The database belongs to another user of this machine. */
    static DatabaseUnavailableException ofAnotherUser(Path path) throws IOException {
        String owner = Files.getOwner(path).getName();
        return new DatabaseUnavailableException("The database in " + path + " belongs to the user " + owner
                + ". Run this as that user: sudo -u " + owner + " streakline …, or choose another folder.");
    }

    /**
     * Does work in a folder.
     *
     * @throws DatabaseUnavailableException when the folder cannot be read or written, or the thread is interrupted; it stays so
     */
    static <T> T unless(Path folder, Work<Path, T> work) {
        try {
            return work.on(folder);
        } catch (InterruptedException | ClosedByInterruptException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException(
                    "Interrupted while waiting for the database in " + folder + ". Try again.", interrupted);
        } catch (IOException failed) {
            throw new DatabaseUnavailableException(
                    "Cannot store a database in " + folder + ": " + reason(failed)
                            + ". Choose a folder on a local disk that you may write to and that has 500 MB of free space,"
                            + " or " + ELSEWHERE + ".",
                    failed);
        }
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied for " + cause.getMessage();
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no " + cause.getMessage();
        }
        if (cause instanceof FileAlreadyExistsException) {
            return cause.getMessage() + " exists already";
        }
        boolean named = cause instanceof FileSystemException failed && failed.getReason() != null;
        return named || cause.getMessage() != null ? String.valueOf(cause.getMessage()) : cause.toString();
    }
}

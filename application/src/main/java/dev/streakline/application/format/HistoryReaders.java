package dev.streakline.application.format;

import java.io.InputStream;

/**
 * Reads history files: recognises the format by the content, never by the name, and hands every item to a sink.
 *
 * <p><b>Files.</b> A file is plain, gzip, or a zip or tar archive. An archive may contain others, three deep; every
 * member that is a history is read, and all others are skipped. An empty file is an empty history. A line that cannot
 * be read becomes a {@link HistoryItem.RejectedLine} with its bytes and does not end the reading.
 *
 * <p><b>Sinks.</b> Items come in the order of the file, and {@link HistorySink#entering} before those of each member of
 * an archive. An exception of the sink ends the reading and reaches the caller unchanged; a caller can use this to stop
 * early.
 *
 * <p><b>Bounds.</b> A line has at most 1 MiB; a longer one is rejected with its first 1000 bytes. Some formats are
 * recognised by their first entries together, which are in memory then: at most 50,000 rows with 16 Mi characters of a
 * table, and at most 5,000 entries of YouTube. A reading remembers up to 32 bytes for each row and each title once, so
 * that equal rows stay distinct. The size of a file has no bound here, neither packed nor unpacked: a caller that reads
 * files from strangers must limit the stream and stop after too many items.
 *
 * <p><b>Threads.</b> Readers have no state: any number of threads may read at once. A reading uses the sink and the
 * choices on the thread of its caller only.
 */
public interface HistoryReaders {

    /**
     * Reads a file on this machine.
     *
     * @param path as entered by a person; messages name the file by it
     * @return whether all of the file was read; if not, the sink has received a
     *     {@link HistoryItem.RejectedLine#TRUNCATED} item
     * @throws HistoryUnreadableException if there is no such file, it cannot be read at all, its format is unknown, or
     *     a choice is missing. The sink has then received no event, unless from an earlier member of an archive
     */
    Reach readFile(String path, ReadingChoices choices, HistorySink sink) throws HistoryUnreadableException;

    /**
     * Reads a stream to its end, and leaves it open. An archive is first copied to a temporary file, which is deleted
     * before this returns or throws.
     *
     * @param name of the file, for messages only; it may be any text
     * @param bytes of the file, from the first on
     * @return whether all of the stream was read. If it broke off or failed, the sink has received a
     *     {@link HistoryItem.RejectedLine#TRUNCATED} item
     * @throws HistoryUnreadableException if a packed file is damaged at its beginning, a temporary file cannot be
     *     written, the format is unknown, or a choice is missing. The sink has then received no event, unless from an
     *     earlier member of an archive
     */
    Reach readStream(String name, InputStream bytes, ReadingChoices choices, HistorySink sink)
            throws HistoryUnreadableException;
}

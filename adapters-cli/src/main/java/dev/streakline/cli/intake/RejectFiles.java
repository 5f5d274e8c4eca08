package dev.streakline.cli.intake;

import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reject files of one command: histories with the same reject file share it, and none is overwritten. */
final class RejectFiles implements AutoCloseable {
    private final List<String> histories;
    private final @Nullable Path chosen;
    private final Map<Path, RejectFile> open = new LinkedHashMap<>();

    /**
     * None yet.
     *
     * @param histories that are read: no reject file may replace one
     * @param chosen for all histories; null for one each
     */
    RejectFiles(List<String> histories, @Nullable Path chosen) {
        this.histories = histories;
        this.chosen = chosen;
    }

    /** The reject file of a history. */
    RejectFile of(HistoryFile history) {
        Path path = chosen == null ? RejectFile.pathFor(history) : chosen;
        if (histories.stream().anyMatch(each -> isThat(each, path))) {
            throw new CommandFailedException(
                    ExitCode.USAGE,
                    "the rejected lines would overwrite " + Terminal.plain(path.toString())
                            + ", which is a file to read. Name another file: --rejects FILE.");
        }
        return open.computeIfAbsent(path, RejectFile::at);
    }

    private static boolean isThat(String history, Path path) {
        try {
            return Files.exists(path) && Files.isSameFile(Path.of(history), path);
        } catch (IOException | InvalidPathException noFile) {
            return false;
        }
    }

    @Override
    public void close() {
        open.values().forEach(RejectFile::close);
    }
}

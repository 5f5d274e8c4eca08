package dev.streakline.cli.history;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads histories out of memory. */
final class Histories {
    private Histories() {}

    static List<HistoryItem> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<HistoryItem> read(byte[] bytes) {
        List<HistoryItem> items = new ArrayList<>();
        try {
            HistoryFile.named("-", new ByteArrayInputStream(bytes)).read(Previews.SKIP, items::add);
        } catch (HistoryUnreadable unreadable) {
            throw new AssertionError(unreadable);
        }
        return items;
    }
}

package dev.streakline.cli.format;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistorySink;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.Reach;
import dev.streakline.application.format.ReadingChoices;
import dev.streakline.application.format.SkipReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Reads histories out of memory. */
public final class Histories {
    /** Ada's, where the file does not name the viewer. */
    public static final ReadingChoices ADAS = ReadingChoices.DEFAULT.as("ada");

    private Histories() {}

    public static List<HistoryItem> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    public static List<HistoryItem> read(byte[] bytes) {
        return read(bytes, ReadingChoices.DEFAULT);
    }

    public static List<HistoryItem> read(String text, ReadingChoices choices) {
        return read(text.getBytes(StandardCharsets.UTF_8), choices);
    }

    public static List<HistoryItem> read(byte[] bytes, ReadingChoices choices) {
        List<HistoryItem> items = new ArrayList<>();
        try {
            read(new ByteArrayInputStream(bytes), choices, items::add);
        } catch (HistoryUnreadableException unreadable) {
            throw new AssertionError(unreadable);
        }
        return items;
    }

    /** Reads a stream as standard input is read. */
    public static Reach read(InputStream bytes, ReadingChoices choices, HistorySink sink)
            throws HistoryUnreadableException {
        return new FormatReaders().readStream("standard input", bytes, choices, sink);
    }

    /** The events among the items. */
    public static List<Map<String, Object>> events(List<HistoryItem> items) {
        return items.stream()
                .filter(HistoryItem.Event.class::isInstance)
                .map(item -> ((HistoryItem.Event) item).event())
                .toList();
    }

    /** The events of the type {@code streakline.<type>.v1}. */
    public static List<Map<String, Object>> events(String type, List<HistoryItem> items) {
        return events(items).stream()
                .filter(event -> ("streakline." + type + ".v1").equals(event.get("type")))
                .toList();
    }

    /** The members of an event. */
    public static Map<String, Object> data(Map<String, Object> event) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (event.get("data") instanceof Map<?, ?> members) {
            members.forEach((name, value) -> data.put(String.valueOf(name), value));
        }
        return data;
    }

    /** The events that entries of the file became, without those about titles. */
    public static List<HistoryItem.Event> entries(List<HistoryItem> items) {
        return items.stream()
                .filter(HistoryItem.Event.class::isInstance)
                .map(HistoryItem.Event.class::cast)
                .filter(event -> event.role() != HistoryItem.EventRole.DETAILS)
                .toList();
    }

    /** The notices for a person about how the file was read. */
    public static List<String> notices(List<HistoryItem> items) {
        return items.stream()
                .filter(HistoryItem.Notice.class::isInstance)
                .map(item -> ((HistoryItem.Notice) item).words())
                .toList();
    }

    /** Why entries were skipped, in the order of the file. */
    public static List<SkipReason> skipped(List<HistoryItem> items) {
        return items.stream()
                .filter(HistoryItem.Skipped.class::isInstance)
                .map(item -> ((HistoryItem.Skipped) item).reason())
                .toList();
    }

    /** The bad items. */
    public static List<HistoryItem.RejectedLine> bad(List<HistoryItem> items) {
        return items.stream()
                .filter(HistoryItem.RejectedLine.class::isInstance)
                .map(HistoryItem.RejectedLine.class::cast)
                .toList();
    }

    public static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}

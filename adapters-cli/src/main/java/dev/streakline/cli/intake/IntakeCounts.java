package dev.streakline.cli.intake;

import dev.streakline.application.fact.FactType;
import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.SkipReason;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the outcomes of the entries of files. Counts separately what entries state about titles beside their plays.
 */
final class IntakeCounts {

    private static final int MOST_REASONS = 100;

    private final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
    private final Map<String, Long> rejectReasons = new HashMap<>();
    private final Map<String, Long> skipReasons = new HashMap<>();
    private long accepted;
    private long duplicate;
    private long rejected;
    private long renamed;
    private long withdrawn;
    private long lengthsIgnored;
    private long replaced;
    private long titles;
    private long zones;

    void accept(HistoryItem.Event event) {
        count(event);
        accepted += isEntry(event);
    }

    void duplicate(HistoryItem.Event event) {
        count(event);
        duplicate += isEntry(event);
    }

    /** Entries whose facts are withdrawn, by their own event or before. */
    void withdrawn(HistoryItem.Event event) {
        duplicate(event);
        withdrawn += isEntry(event);
    }

    /** A play that is known, with another title or time. */
    void duplicateOtherwise(HistoryItem.Event event) {
        duplicate(event);
        renamed += isEntry(event);
    }

    void skip(SkipReason reason) {
        skipped.merge(reason, 1L, Long::sum);
        skipReasons.merge(reason.words(), 1L, Long::sum);
    }

    void reject(String reason) {
        rejected++;
        if (rejectReasons.size() < MOST_REASONS || rejectReasons.containsKey(reason)) {
            rejectReasons.merge(reason, 1L, Long::sum);
        }
    }

    void ignoreLength() {
        lengthsIgnored++;
    }

    void replace(int plays) {
        replaced += plays;
    }

    private static int isEntry(HistoryItem.Event event) {
        return event.role() == HistoryItem.EventRole.DETAILS ? 0 : 1;
    }

    private void count(HistoryItem.Event event) {
        Object type = event.event().get("type");
        titles += FactType.TITLE_DETAILS.code().equals(type) ? 1 : 0;
        boolean isZone = FactType.VIEWER_DETAILS.code().equals(type)
                && event.event().get("data") instanceof Map<?, ?> data
                && data.containsKey("zone");
        zones += isZone ? 1 : 0;
    }

    /**
     * The reason for which most entries were rejected since the last call, or else skipped; empty if neither happened.
     */
    String mainReason() {
        String main = (rejectReasons.isEmpty() ? skipReasons : rejectReasons)
                .entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse("");
        rejectReasons.clear();
        skipReasons.clear();
        return main;
    }

    IntakeSummary summary() {
        Map<String, Long> skippedFor = new LinkedHashMap<>();
        skipped.forEach((reason, count) -> skippedFor.put(reason.code(), count));
        long allSkipped = skipped.values().stream().mapToLong(Long::longValue).sum();
        return new IntakeSummary(
                accepted + duplicate + allSkipped + rejected,
                accepted,
                duplicate,
                allSkipped,
                rejected,
                skippedFor,
                renamed,
                withdrawn,
                lengthsIgnored,
                replaced,
                titles,
                zones);
    }
}

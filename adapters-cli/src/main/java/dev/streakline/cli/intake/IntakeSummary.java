package dev.streakline.cli.intake;

import dev.streakline.application.format.SkipReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The outcome of the entries of files: {@code accepted}, {@code duplicate}, {@code skipped} and {@code rejected} add up
 * to {@code read}.
 *
 * @param read entries, rows, lines of events, and lines that were none
 * @param accepted stored
 * @param duplicate known already, or withdrawn
 * @param skipped no viewing, or no play that can be counted
 * @param rejected in the reject file
 * @param skippedFor how many were skipped for each reason, by {@link SkipReason#code}
 * @param renamed how many of the duplicates are known with another title or time
 * @param withdrawn how many of the duplicates are withdrawn, and do not count
 * @param lengthsIgnored plays whose length is above 24 hours and so unknown
 * @param replaced plays of short lists that a full file has replaced
 * @param titles how often an entry or a line described a title
 * @param zones how often one named a viewer's zone
 */
public record IntakeSummary(
        long read,
        long accepted,
        long duplicate,
        long skipped,
        long rejected,
        Map<String, Long> skippedFor,
        long renamed,
        long withdrawn,
        long lengthsIgnored,
        long replaced,
        long titles,
        long zones) {

    /** The difference from an earlier summary. */
    PartCounts since(IntakeSummary earlier) {
        return new PartCounts(read - earlier.read, rejected - earlier.rejected, known() - earlier.known());
    }

    /** Stored, or known otherwise: what a full file covers is in it. */
    private long known() {
        return accepted + duplicate + skippedFor.getOrDefault(SkipReason.COVERED.code(), 0L);
    }

    /**
     * A part of what was read.
     *
     * @param read how many entries
     * @param rejected how many of them
     * @param known how many of them are stored, or were already
     */
    record PartCounts(long read, long rejected, long known) {
        boolean isNothingTaken() {
            return read > 0 && known == 0;
        }

        boolean isMostlyRejected() {
            return 2 * rejected > read;
        }
    }

    /** For people, a line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("read " + read + ": " + accepted + " accepted, " + duplicate + " duplicate, " + skipped + " skipped, "
                + rejected + " rejected");
        Arrays.stream(SkipReason.values())
                .filter(reason -> skippedFor.containsKey(reason.code()))
                .forEach(reason -> lines.add("  skipped " + skippedFor.get(reason.code()) + ": " + reason.words()));
        add(lines, renamed, "of the duplicates are known with another title or time, which stays");
        add(lines, withdrawn, "of the duplicates are withdrawn and do not count");
        add(lines, lengthsIgnored, "lengths above 24 hours count as unknown");
        add(lines, replaced, "plays of a short list are withdrawn, because a full file covers their days");
        add(lines, titles, "descriptions of titles");
        return lines;
    }

    private static void add(List<String> lines, long count, String words) {
        if (count > 0) {
            lines.add("  " + count + " " + words);
        }
    }
}

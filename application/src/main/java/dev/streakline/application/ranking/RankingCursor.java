package dev.streakline.application.ranking;

import dev.streakline.domain.ranking.RankedEntry;

/**
 * A position in a ranking, whether a viewer is still there or not.
 *
 * @param value above 0
 * @param viewerKey the key of the viewer who was there
 */
record RankingCursor(long value, long viewerKey) {

    static RankingCursor of(RankedEntry entry) {
        return new RankingCursor(entry.value(), entry.viewer());
    }

    /** The text that {@link #parse} reads. */
    String text() {
        return value + " " + viewerKey;
    }

    /**
     * Reads a position.
     *
     * @throws IllegalArgumentException for another text
     */
    static RankingCursor parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a position has two numbers");
        }
        return new RankingCursor(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
}

package dev.streakline.domain.ranking;

/**
 * A viewer among the others.
 *
 * @param rank 1 for the most; equal values share it
 * @param viewer his key
 * @param value his value, above 0
 */
public record RankedEntry(int rank, long viewer, long value) {}

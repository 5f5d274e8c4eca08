package dev.streakline.domain.ranking;

/**
 * A viewer's rank among the others.
 *
 * @param rank 1 for the most; equal values share it
 * @param viewer the viewer's key
 * @param value the viewer's value, above 0
 */
public record RankedEntry(int rank, long viewer, long value) {}

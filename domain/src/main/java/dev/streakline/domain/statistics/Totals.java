package dev.streakline.domain.statistics;

/**
 * What one viewer has watched in all.
 *
 * @param plays how many watch facts
 * @param seconds counted seconds, estimates included
 * @param estimatedSeconds how many of them are estimates
 * @param movies distinct movies completed
 * @param shows distinct shows of which an episode is completed
 * @param episodes distinct episodes completed
 */
public record Totals(int plays, long seconds, long estimatedSeconds, int movies, int shows, int episodes) {}

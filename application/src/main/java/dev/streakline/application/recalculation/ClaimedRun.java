package dev.streakline.application.recalculation;

/**
 * A recalculation that this process has claimed.
 *
 * @param run as it was when it was claimed
 * @param token larger than that of any earlier claim of the same run; a process with an older one can change nothing
 * @param attempt how many claims of the run there were, this one included, without those that were released
 */
public record ClaimedRun(RecalculationRun run, long token, int attempt) {}

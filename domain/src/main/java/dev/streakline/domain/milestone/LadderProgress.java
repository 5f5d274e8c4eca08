package dev.streakline.domain.milestone;

/**
 * A viewer's progress on every ladder.
 *
 * @param movies distinct movies completed
 * @param shows distinct shows with a completed episode
 * @param episodes distinct episodes completed
 * @param seconds counted seconds watched
 * @param currentStreak days of the current streak
 */
public record LadderProgress(int movies, int shows, int episodes, long seconds, int currentStreak) {

    long reached(Measure measure) {
        return switch (measure) {
            case MOVIES -> movies;
            case SHOWS -> shows;
            case EPISODES -> episodes;
            case HOURS -> seconds;
            case STREAK -> currentStreak;
        };
    }

    static long partsPerUnit(Measure measure) {
        return measure == Measure.HOURS ? 3_600 : 1;
    }
}

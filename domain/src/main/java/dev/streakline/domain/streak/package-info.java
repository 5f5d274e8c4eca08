/**
 * Streaks: how many days in a row a viewer has watched, and which gaps are forgiven.
 *
 * <p>A local day <b>qualifies</b> when enough was watched on it ({@link dev.streakline.domain.streak.StreakPolicy}). A
 * <b>streak</b> is a run of qualified days. A <b>bridge</b> is a day that neither breaks nor lengthens a streak: a day
 * of a declared <b>pause</b>, a day that a move or the viewer's zone skipped, or a missed day with a <b>freeze</b> (a
 * token earned by qualified days). <b>Today</b> is unfinished and never breaks anything.
 * {@link dev.streakline.domain.streak.StreakHistory} answers for one viewer at any instant, from their calendar, so
 * that an answer is never stale.
 *
 * <p>Specification, section 4 and details 5 to 13.
 */
@NullMarked
package dev.streakline.domain.streak;

import org.jspecify.annotations.NullMarked;

/**
 * Recalculating and reading statistics.
 *
 * <p>{@link dev.streakline.application.statistics.RefreshStatistics} is the one way in which statistics are made: it folds the
 * viewers of a {@link dev.streakline.application.statistics.Selection} and stores what differs. Answers about one viewer
 * at a {@link dev.streakline.application.history.AsOf} are folded when they are read, by
 * {@link dev.streakline.application.statistics.ReadHistory}.
 *
 * <p>Specification, section 10.
 */
@NullMarked
package dev.streakline.application.statistics;

import org.jspecify.annotations.NullMarked;

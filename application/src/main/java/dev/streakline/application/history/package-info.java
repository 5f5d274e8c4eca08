/**
 * Keeping and reading statistics: the use cases around the fold and the ports they need.
 *
 * <p>{@link dev.streakline.application.history.RecordFacts} takes facts in, through
 * {@link dev.streakline.application.history.FactLog}, which marks the viewers whose statistics they change.
 * {@link dev.streakline.application.history.KeepStatistics} is the one path by which statistics are made: it folds the
 * viewers of a {@link dev.streakline.application.history.Selection} and keeps what differs. A
 * {@link dev.streakline.application.history.RecalculationRun} is somebody's wish that it do so, which any process that folds
 * may take on. Answers about one viewer at a {@link dev.streakline.application.history.AsOf} are folded at reading, through
 * {@link dev.streakline.application.history.ReadHistory}.
 *
 * <p>Specification, sections 2 and 10.
 */
@NullMarked
package dev.streakline.application.history;

import org.jspecify.annotations.NullMarked;

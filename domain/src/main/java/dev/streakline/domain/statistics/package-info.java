/**
 * The fold: from one viewer's facts to their statistics.
 *
 * <p>The {@link dev.streakline.domain.statistics.Fold} walks through a
 * {@link dev.streakline.domain.history.ViewerHistory} in event time, one step for all facts of an instant. It passes
 * each fact to the features, which accumulate. The result is the viewer's
 * {@link dev.streakline.domain.statistics.ViewerStatistics} and, where channels are included, a
 * {@link dev.streakline.domain.statistics.FoldResult} with the statistics of each channel. Any order of arrival, any
 * batching and any redelivery of the same facts give the same statistics. What depends on a window of days is folded
 * when it is read, by {@link dev.streakline.domain.statistics.ViewingTimes}.
 *
 * <p>No other feature depends on this one. Specification, section 10 and details 13 to 15.
 */
@NullMarked
package dev.streakline.domain.statistics;

import org.jspecify.annotations.NullMarked;

/**
 * The fold: from one viewer's facts to his statistics.
 *
 * <p>A {@link dev.streakline.domain.history.ViewerHistory} is what is known of one viewer: his facts as rows of primitive
 * {@link dev.streakline.domain.history.FactColumns columns}, his zones and his pauses. The
 * {@link dev.streakline.domain.history.Fold} walks through it in event time, one step for all facts of an instant, and
 * tells the features, which remember; the outcome is his
 * {@link dev.streakline.domain.history.ViewerStatistics}, and where channels are asked for, a
 * {@link dev.streakline.domain.history.FoldedHistory} with those of each channel. Any order of arrival, any batching and any redelivery of the same
 * facts give the same statistics. What depends on a window of days is folded at reading by
 * {@link dev.streakline.domain.history.ViewingHistory}.
 *
 * <p>No other feature depends on this one. Specification, section 10 and details 13 to 15.
 */
@NullMarked
package dev.streakline.domain.history;

import org.jspecify.annotations.NullMarked;

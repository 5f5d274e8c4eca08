/**
 * What one viewer is to one channel over all the time that they know each other.
 *
 * <p>An <b>interaction</b> is a message that a viewer leaves on a channel, of some
 * {@link dev.streakline.domain.lifetime.InteractionKind kind}. A local day on which he watched or left one is an <b>active</b>
 * day. What the facts of a viewer say of a channel are its {@link dev.streakline.domain.lifetime.ChannelStatistics}, which no
 * clock makes stale; what is shown at an instant are the {@link dev.streakline.domain.lifetime.LifetimeStatistics}: watch time,
 * messages, loyalty, activity, {@link dev.streakline.domain.lifetime.Badge badges} and the
 * {@link dev.streakline.domain.lifetime.Radar radar}. <b>Tracking days</b> count from the first active day to today, both
 * included.
 *
 * <p>Specification, section 7 and details 31 to 34 and 83 to 88.
 */
@NullMarked
package dev.streakline.domain.lifetime;

import org.jspecify.annotations.NullMarked;

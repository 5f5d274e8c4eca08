/**
 * A viewer's statistics on one channel over all time.
 *
 * <p>An <b>interaction</b> is a message that a viewer leaves on a channel, of some
 * {@link dev.streakline.domain.lifetime.InteractionKind kind}. A local day on which the viewer watched or left one is
 * an <b>active</b> day. The facts of a viewer give a channel's
 * {@link dev.streakline.domain.lifetime.ChannelStatistics}, which time does not make stale. An answer at an instant is
 * the {@link dev.streakline.domain.lifetime.LifetimeStatistics}: watch time, messages, loyalty, activity,
 * {@link dev.streakline.domain.lifetime.Badge badges} and the {@link dev.streakline.domain.lifetime.Radar radar}.
 * <b>Tracking days</b> count from the first active day to today, both included.
 *
 * <p>Specification, section 7 and details 31 to 34 and 83 to 88.
 */
@NullMarked
package dev.streakline.domain.lifetime;

import org.jspecify.annotations.NullMarked;

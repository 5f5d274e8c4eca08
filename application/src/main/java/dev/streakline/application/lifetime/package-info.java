/**
 * Answers about what a viewer is to a channel: one channel with everything (watch time, messages, loyalty, activity, badges,
 * radar), or all of his channels beside each other. A channel is <b>his</b> when he has watched or left a message there up to
 * the moment that is asked about; to every other one he is nothing, whether anybody knows it or not.
 *
 * <p>Specification, sections 7 and 17, details 31 to 34 and 83 to 88.
 */
@NullMarked
package dev.streakline.application.lifetime;

import org.jspecify.annotations.NullMarked;

/**
 * Answers about a viewer's statistics on channels: everything about one channel (watch time, messages, loyalty,
 * activity, badges, radar), or a list of the viewer's channels. A channel is <b>the viewer's</b> if they have watched
 * or left a message there up to the moment of the answer. For any other channel, known or unknown, the statistics are
 * empty.
 *
 * <p>Specification, sections 7 and 17, details 31 to 34 and 83 to 88.
 */
@NullMarked
package dev.streakline.application.lifetime;

import org.jspecify.annotations.NullMarked;

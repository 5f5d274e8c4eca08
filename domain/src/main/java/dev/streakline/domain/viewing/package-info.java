/**
 * What was watched and for how long.
 *
 * <p>The <b>counted length</b> of a session is its stated length, else the runtime of its title (an <b>estimate</b>),
 * else 0; it is the same everywhere. A title is <b>completed</b> as
 * {@link dev.streakline.domain.viewing.CompletionPolicy} defines. A span of local days that statistics cover is a
 * {@link dev.streakline.domain.viewing.Window}; what was watched in it is its
 * {@link dev.streakline.domain.viewing.ViewingTime}, broken down by kind, genre and platform into parts that add up to
 * the total exactly.
 *
 * <p>Specification, sections 5 and 6, details 18, 41, 72 to 79.
 */
@NullMarked
package dev.streakline.domain.viewing;

import org.jspecify.annotations.NullMarked;

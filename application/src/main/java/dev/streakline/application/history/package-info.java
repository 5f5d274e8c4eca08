/**
 * The histories of viewers: what is known of each, as of an instant, and the faults of the store that has them.
 * Specification, section 2.
 */
@NullMarked
package dev.streakline.application.history;

import org.jspecify.annotations.NullMarked;

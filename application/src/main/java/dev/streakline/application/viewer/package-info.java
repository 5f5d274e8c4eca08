/**
 * A viewer's profile: zone, name, choice about rankings, and pauses. All of it comes from facts; of several the latest
 * applies. Specification, sections 2 and 17, details 10, 16 and 67.
 */
@NullMarked
package dev.streakline.application.viewer;

import org.jspecify.annotations.NullMarked;

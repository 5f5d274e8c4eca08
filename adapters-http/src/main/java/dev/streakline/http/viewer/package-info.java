/** The profile of a viewer. Specification, section 17. */
@NullMarked
package dev.streakline.http.viewer;

import org.jspecify.annotations.NullMarked;

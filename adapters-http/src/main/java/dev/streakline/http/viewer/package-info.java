/** What a viewer says of himself. Specification, section 17. */
@NullMarked
package dev.streakline.http.viewer;

import org.jspecify.annotations.NullMarked;

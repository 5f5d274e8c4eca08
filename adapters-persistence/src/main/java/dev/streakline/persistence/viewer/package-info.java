/**
 * The profiles of viewers in PostgreSQL. Specification, sections 2 and 17.
 */
@NullMarked
package dev.streakline.persistence.viewer;

import org.jspecify.annotations.NullMarked;

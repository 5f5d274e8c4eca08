/** API keys in PostgreSQL. Specification, section 21. */
@NullMarked
package dev.streakline.persistence.access;

import org.jspecify.annotations.NullMarked;

/** Tests of announcements in PostgreSQL. */
@NullMarked
package dev.streakline.persistence.announcement;

import org.jspecify.annotations.NullMarked;

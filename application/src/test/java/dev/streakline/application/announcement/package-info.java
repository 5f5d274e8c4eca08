/** What stores of announcements promise. */
@NullMarked
package dev.streakline.application.announcement;

import org.jspecify.annotations.NullMarked;

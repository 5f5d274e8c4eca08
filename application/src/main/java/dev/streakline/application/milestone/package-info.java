/** Answers about milestones. Specification, section 6. */
@NullMarked
package dev.streakline.application.milestone;

import org.jspecify.annotations.NullMarked;

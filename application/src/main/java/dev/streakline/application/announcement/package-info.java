/**
 * Announcements of the milestones, badges and ranks that viewers reach, each recorded once.
 *
 * <p>An <b>announcement</b> states that something was achieved. It is appended in the transaction that finds it and is
 * never changed or withdrawn, also when the facts behind it are gone (detail 87); only erasing the viewer removes it.
 * Two announcements with the same <b>key</b> are the same, and the second is not recorded.
 *
 * <p>Specification, section 14.
 */
@NullMarked
package dev.streakline.application.announcement;

import org.jspecify.annotations.NullMarked;

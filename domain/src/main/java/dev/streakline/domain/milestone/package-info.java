/**
 * Milestones: rungs of ladders that a viewer has reached.
 *
 * <p>A {@link dev.streakline.domain.milestone.Ladder} is data: what it measures, and its
 * {@link dev.streakline.domain.milestone.Rung rungs}, each with a tier to celebrate it by. An
 * {@link dev.streakline.domain.milestone.Achievement} is a rung that the facts support, with the instant of the fact
 * that crossed it in event-time order; it may move earlier when older history arrives. A
 * {@link dev.streakline.domain.milestone.RecordedAchievement} is the record of it, which is never changed or removed. A
 * {@link dev.streakline.domain.milestone.Milestone} combines both for people.
 *
 * <p>Specification, section 6 and details 15, 20 to 23, 70 and 71.
 */
@NullMarked
package dev.streakline.domain.milestone;

import org.jspecify.annotations.NullMarked;

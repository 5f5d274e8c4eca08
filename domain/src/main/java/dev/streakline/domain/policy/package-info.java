/**
 * The rules that can be changed without changing the program: streaks, completion and milestones.
 *
 * <p>{@link dev.streakline.domain.policy.Policies} are one version of all of them. Every fold uses one version.
 */
@NullMarked
package dev.streakline.domain.policy;

import org.jspecify.annotations.NullMarked;

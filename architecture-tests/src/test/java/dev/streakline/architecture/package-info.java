/**
 * The rules that hold the house together, and the proof that each of them works.
 *
 * <p>A <b>rule</b> has a name ({@code Rules}) and is made for a root package, so that the same rule judges the real
 * house and a <b>planted tree</b>: a few lines under {@code planted.<name of the rule without hyphens>} that break
 * it. In a planted tree every class must appear in the rule's report, and every member whose name begins with
 * {@code breach}; what begins with {@code Proper} or {@code proper} keeps the rule and must not appear.
 */
@NullMarked
package dev.streakline.architecture;

import org.jspecify.annotations.NullMarked;

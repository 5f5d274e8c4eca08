/** The command policy: the policies in force, and new versions of them. */
@NullMarked
package dev.streakline.cli.policy;

import org.jspecify.annotations.NullMarked;

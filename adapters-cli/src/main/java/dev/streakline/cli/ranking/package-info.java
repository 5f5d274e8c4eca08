/** The command ranking. */
@NullMarked
package dev.streakline.cli.ranking;

import org.jspecify.annotations.NullMarked;

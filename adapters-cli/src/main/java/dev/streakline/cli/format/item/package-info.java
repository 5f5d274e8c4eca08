/** Texts of history files that many formats share: dates in any order, white space, and foreign text made safe to print. */
@NullMarked
package dev.streakline.cli.format.item;

import org.jspecify.annotations.NullMarked;

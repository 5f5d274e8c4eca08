/** The values of options and parameters, converted and checked. */
@NullMarked
package dev.streakline.cli.option;

import org.jspecify.annotations.NullMarked;

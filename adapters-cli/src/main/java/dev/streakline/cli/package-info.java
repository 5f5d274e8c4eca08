/**
 * The command line: the root command here, and the commands by feature in the packages below. Data go to standard output,
 * messages to standard error.
 */
@NullMarked
package dev.streakline.cli;

import org.jspecify.annotations.NullMarked;

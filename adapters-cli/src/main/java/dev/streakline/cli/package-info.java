/**
 * The command line: the root command, its manners (exit codes, errors in one or two lines, quiet on a closed pipe), and
 * the commands. Data go to standard output, words to standard error.
 */
@NullMarked
package dev.streakline.cli;

import org.jspecify.annotations.NullMarked;

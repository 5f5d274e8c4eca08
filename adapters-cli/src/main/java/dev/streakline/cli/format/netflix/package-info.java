/** The two lists that Netflix gives to its viewers: the viewing activity, and the short list of titles and dates. */
@NullMarked
package dev.streakline.cli.format.netflix;

import org.jspecify.annotations.NullMarked;

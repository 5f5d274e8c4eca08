/** Runs the pages of {@code docs/how-to} on copies of the sources, so that they stay current. */
@NullMarked
package dev.streakline.application.howto;

import org.jspecify.annotations.NullMarked;

/** The shapes of answers as JSON, and their making from domain values. Names are those of the HTTP interface. */
@NullMarked
package dev.streakline.cli.answer;

import org.jspecify.annotations.NullMarked;

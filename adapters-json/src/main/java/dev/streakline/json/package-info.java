/**
 * JSON, read and written alike over HTTP, in files and on the command line. Reading is strict; an answer has one form, so that
 * the same question gets the same bytes everywhere.
 */
@NullMarked
package dev.streakline.json;

import org.jspecify.annotations.NullMarked;

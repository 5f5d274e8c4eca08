/**
 * The in-memory store: the reference of the ports, for tests, for answers about a file, and for programs that keep nothing.
 * Everything is lost with the process.
 */
@NullMarked
package dev.streakline.application.memory;

import org.jspecify.annotations.NullMarked;

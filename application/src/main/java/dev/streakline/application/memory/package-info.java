/**
 * The in-memory store: the reference of the ports, for tests, for answers about a file, and for programs without
 * persistent data. Everything is lost with the process.
 *
 * <p>{@code InMemory…} is a port, {@code Memory…} a part of the state. A port reaches the state in a
 * <b>transaction</b>, which takes the only lock: each call of a port is one transaction, over as many parts as it
 * needs.
 */
@NullMarked
package dev.streakline.application.memory;

import org.jspecify.annotations.NullMarked;

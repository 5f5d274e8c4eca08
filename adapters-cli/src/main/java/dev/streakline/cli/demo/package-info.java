/**
 * A platform that never was, for trying everything out: 240 viewers, 20 channels, and two years of what was watched.
 *
 * <p>What a viewer does on a local day follows from his number and the date alone. So the same instant gives the same
 * events on every machine, and a later one gives these and what has happened since.
 */
@NullMarked
package dev.streakline.cli.demo;

import org.jspecify.annotations.NullMarked;

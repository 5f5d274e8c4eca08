/**
 * An invented platform, for trying everything out: 240 viewers, 20 channels, and two years of what was watched.
 *
 * <p>A viewer's events on a local day depend on their number and the date alone. So the same instant gives the same
 * events on every machine, and a later one gives these and those since.
 */
@NullMarked
package dev.streakline.cli.demo;

import org.jspecify.annotations.NullMarked;

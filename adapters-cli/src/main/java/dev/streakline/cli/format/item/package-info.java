/**
 * What readers of histories find in a file and how they are asked: items, the choices of whoever asks, and why a file cannot
 * be read. Nothing here knows a format.
 */
@NullMarked
package dev.streakline.cli.format.item;

import org.jspecify.annotations.NullMarked;

/**
 * The keys of names: viewers, titles, channels and sources are stored once, and rows refer to them by key.
 */
@NullMarked
package dev.streakline.persistence.name;

import org.jspecify.annotations.NullMarked;

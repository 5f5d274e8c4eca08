@NullMarked
package dev.streakline.json;

import org.jspecify.annotations.NullMarked;

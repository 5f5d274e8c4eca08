/**
 * What the views of all features share. A view is an answer as it is shown: a record of plain values, whose codes are
 * texts and whose hours are rounded, with its members named as in JSON. A view of a moment begins with {@code asOf}.
 */
@NullMarked
package dev.streakline.application.view;

import org.jspecify.annotations.NullMarked;

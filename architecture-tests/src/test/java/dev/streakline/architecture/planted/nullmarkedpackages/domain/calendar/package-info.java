/** A package that says how it treats null. */
@NullMarked
package dev.streakline.architecture.planted.nullmarkedpackages.domain.calendar;

import org.jspecify.annotations.NullMarked;

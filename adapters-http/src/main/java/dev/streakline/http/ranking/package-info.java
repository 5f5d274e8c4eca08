/**
 * Rankings over HTTP. Viewers see each other by the names that they have chosen, never by their ids. Specification, sections 8
 * and 17.
 */
@NullMarked
package dev.streakline.http.ranking;

import org.jspecify.annotations.NullMarked;

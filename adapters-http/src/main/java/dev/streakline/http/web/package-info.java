/**
 * One request and its answer, as routes see them: the route with those who may ask it, bodies read strictly and within
 * limits, answers with their tags, and problem details. Specification, sections 17 and 21.
 */
@NullMarked
package dev.streakline.http.web;

import org.jspecify.annotations.NullMarked;

/**
 * Ranking the viewers of channels, and of the whole deployment. A {@link dev.streakline.application.ranking.Population} has
 * one {@link dev.streakline.application.ranking.Ranking}, which is replaced as a whole: {@link
 * dev.streakline.application.ranking.Rankings} makes it after statistics were kept, not too often, and every night anew.
 * Where one viewer stands is asked of it at reading, and every answer says as of when.
 *
 * <p>Specification, sections 8 and 14.
 */
@NullMarked
package dev.streakline.application.ranking;

import org.jspecify.annotations.NullMarked;

/**
 * Titles: what can be watched.
 *
 * <p>A <b>title</b> is one watchable thing of a {@link dev.streakline.domain.catalogue.TitleKind kind}, perhaps an episode
 * of a show. {@link dev.streakline.domain.catalogue.Titles} are the titles of one fold, by index.
 *
 * <p>Specification, section 5, details 1 to 4 and 24.
 */
@NullMarked
package dev.streakline.domain.catalogue;

import org.jspecify.annotations.NullMarked;

package dev.streakline.application.history;

import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.Titles;

/**
 * The meaning of the keys in histories.
 *
 * @param titles what is known today of the titles
 * @param channels the names of the channels, of facts and of titles
 * @param platforms the names of the platforms
 */
public record Catalogue(Titles titles, NameIndex channels, NameIndex platforms) {}

/**
 * The application over PostgreSQL: {@link dev.streakline.persistence.PostgresStreakline} builds it over a data source.
 * Each package below implements the ports of one feature.
 */
@NullMarked
package dev.streakline.persistence;

import org.jspecify.annotations.NullMarked;

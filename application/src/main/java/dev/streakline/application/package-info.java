/**
 * The application as one object: {@link dev.streakline.application.Streakline} makes every use case over the ports of
 * one store. Each package below is one feature: its use cases, and the ports that they need.
 */
@NullMarked
package dev.streakline.application;

import org.jspecify.annotations.NullMarked;

package dev.streakline.application.viewer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A viewer's profile.
 *
 * @param asOf the moment
 * @param zone the viewer's zone at the moment
 * @param name absent without one
 * @param email absent without one
 * @param listed whether rankings show the viewer
 */
public record ProfileView(
        Instant asOf,
        String viewer,
        String zone,
        @Nullable String name,
        @Nullable String email,
        boolean listed) {}

package dev.streakline.application.viewer;

import dev.streakline.application.fact.ViewerId;
import java.time.Instant;
import java.util.Optional;

/** The profiles of viewers, as their facts define them. Safe for use by several threads. */
public interface Profiles {

    /**
     * The profile of a viewer: every fact counts that was accepted and not withdrawn, also one dated a few minutes
     * ahead.
     *
     * @param now the instant whose zone is in force
     * @return empty when no fact about the viewer was accepted
     */
    Optional<Profile> find(ViewerId viewer, Instant now);
}

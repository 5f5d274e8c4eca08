package dev.streakline.application.viewer;

import dev.streakline.application.fact.ViewerId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Says what a viewer has said of himself. */
public final class ShowProfile {

    private final Profiles profiles;
    private final InstantSource clock;

    /** Answers from these profiles. */
    public ShowProfile(Profiles profiles, InstantSource clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    /** The profile of a viewer now; empty when nothing is known of him. */
    public Optional<ProfileView> show(ViewerId viewer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return profiles.find(viewer, now).map(profile -> new ProfileView(now, profile));
    }

    /**
     * A profile and when it was read.
     *
     * @param asOf the instant of the answer
     */
    public record ProfileView(Instant asOf, Profile profile) {}
}

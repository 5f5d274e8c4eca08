package dev.streakline.application.viewer;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.Zones;
import dev.streakline.application.ranking.Listing;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Shows a viewer's profile. */
public final class ShowProfile {

    private final Profiles profiles;
    private final InstantSource clock;

    /** Reads from these profiles. */
    public ShowProfile(Profiles profiles, InstantSource clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    /** The profile of a viewer now; empty for an unknown viewer. */
    public Optional<ProfileView> show(ViewerId viewer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return profiles.find(viewer, now)
                .map(profile -> new ProfileView(
                        now,
                        profile.viewer().value(),
                        Zones.name(profile.zone()),
                        profile.name(),
                        profile.email(),
                        profile.listing() == Listing.LISTED));
    }
}

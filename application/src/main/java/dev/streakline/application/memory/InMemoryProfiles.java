package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.viewer.Profile;
import dev.streakline.application.viewer.Profiles;
import java.time.Instant;
import java.util.Optional;

/** Profiles in memory. */
public final class InMemoryProfiles implements Profiles {

    private final Memory memory;

    InMemoryProfiles(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<Profile> find(ViewerId viewer, Instant now) {
        return memory.transact(transaction -> transaction.profile(viewer, now));
    }
}

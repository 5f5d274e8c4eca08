package dev.streakline.persistence.viewer;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.viewer.Profile;
import dev.streakline.application.viewer.Profiles;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.ScopedDatabase;
import dev.streakline.persistence.intake.FactRecord;
import dev.streakline.persistence.shard.Viewers;
import java.time.Instant;
import java.util.Optional;

/** Profiles in PostgreSQL. */
public final class PostgresProfiles implements Profiles {

    private final ScopedDatabase database;

    /** The profiles in a database. */
    public PostgresProfiles(Database database) {
        this.database = database.as(Scope.APP);
    }

    @Override
    public Optional<Profile> find(ViewerId viewer, Instant now) {
        return database.read(handle -> Viewers.keyOfKnown(handle, viewer)
                .map(key -> Profile.of(viewer, FactRecord.ofProfile(handle, key), now)));
    }
}

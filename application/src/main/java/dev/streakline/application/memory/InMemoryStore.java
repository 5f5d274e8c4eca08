package dev.streakline.application.memory;

import java.time.Instant;
import java.time.InstantSource;

/** A store in memory: its ports, which share one state. */
public final class InMemoryStore {

    private final Memory memory = new Memory();
    private final InstantSource clock;

    /** An empty store, in which every mark is old. */
    public InMemoryStore() {
        this(InstantSource.fixed(Instant.EPOCH));
    }

    /** An empty store that dates marks by this clock. */
    public InMemoryStore(InstantSource clock) {
        this.clock = clock;
    }

    /** The facts of this store. */
    public InMemoryFactLog facts() {
        return new InMemoryFactLog(memory, clock);
    }

    /** The facts of this store, for storing them elsewhere. */
    public InMemoryArchive archive() {
        return new InMemoryArchive(memory);
    }

    /** The histories of the viewers of this store. */
    public InMemoryHistories histories() {
        return new InMemoryHistories(memory);
    }

    /** The statistics of the viewers of this store. */
    public InMemoryStatistics statistics() {
        return new InMemoryStatistics(memory);
    }

    /** The announcements of the viewers of this store. */
    public InMemoryAnnouncements announcements() {
        return new InMemoryAnnouncements(memory);
    }

    /** The rankings of the viewers of this store. */
    public InMemoryRankings rankings() {
        return new InMemoryRankings(memory, clock);
    }

    /** The statistics on channels of the viewers of this store. */
    public InMemoryLifetimeStore lifetimes() {
        return new InMemoryLifetimeStore(memory);
    }

    /** The policies of this store. */
    public InMemoryPolicyVersions policies() {
        return new InMemoryPolicyVersions(memory);
    }

    /** The profiles of the viewers of this store. */
    public InMemoryProfiles profiles() {
        return new InMemoryProfiles(memory);
    }

    /** The intake rules of this store. */
    public InMemoryIntakeRules intakeRules() {
        return new InMemoryIntakeRules(memory);
    }

    /** The sources that are claimed in this store. */
    public InMemoryFactSources sources() {
        return new InMemoryFactSources(memory);
    }

    /** The counts for the intake rules of this store. */
    public InMemoryIntakeTallies tallies() {
        return new InMemoryIntakeTallies(memory);
    }
}

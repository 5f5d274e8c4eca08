package dev.streakline.persistence.policy;

import dev.streakline.application.policy.PolicyVersions;
import dev.streakline.application.statistics.Engine;
import dev.streakline.application.statistics.FoldRefused;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Policies and an engine that fold together, as a number: a row with another number was folded by others. Numbers ascend,
 * for neither policies nor engines ever go back.
 *
 * @param policies by which it folds
 */
public record Stamp(int number, PolicyVersions.Version policies) {

    /**
     * The stamp of an engine under the policies in force; empty when it has none yet.
     *
     * @throws FoldRefused when a newer engine has folded
     */
    public static Optional<Stamp> find(Handle handle, Engine engine) {
        refuseOlder(handle, engine);
        return inForce(handle, engine);
    }

    /** The same, also for an engine that is older than one that has folded: what it has folded itself it may read. */
    public static Optional<Stamp> inForce(Handle handle, Engine engine) {
        PolicyVersions.Version policies = PolicyRows.current(handle);
        return handle.createQuery("""
                        select stamp from fold_stamp
                        where policy_version = :policies and revision = :revision and time_zone_data = :zones
                        """)
                .bind("policies", policies.number())
                .bind("revision", engine.revision())
                .bind("zones", engine.timeZoneData())
                .mapTo(Integer.class)
                .findOne()
                .map(number -> new Stamp(number, policies));
    }

    /** The same, or, where there is none, one that no row has. */
    public static Stamp findOrNew(Handle handle, Engine engine) {
        return find(handle, engine).orElseGet(() -> new Stamp(0, PolicyRows.current(handle)));
    }

    /** Makes the stamp that {@link #find} did not find, unless somebody else does so first. */
    public static void make(Handle handle, Engine engine) {
        handle.createUpdate("""
                        insert into fold_stamp (policy_version, revision, time_zone_data)
                        values (:policies, :revision, :zones)
                        on conflict do nothing
                        """)
                .bind("policies", PolicyRows.current(handle).number())
                .bind("revision", engine.revision())
                .bind("zones", engine.timeZoneData())
                .execute();
    }

    private static void refuseOlder(Handle handle, Engine engine) {
        newest(handle).filter(newest -> newest.compareTo(engine) > 0).ifPresent(newest -> {
            throw new FoldRefused(engine, newest);
        });
    }

    /** The newest engine that has folded; empty when none has. */
    public static Optional<Engine> newest(Handle handle) {
        return handle
                .createQuery("select distinct revision, time_zone_data from fold_stamp")
                .map((row, context) -> new Engine(row.getInt("revision"), row.getString("time_zone_data")))
                .stream()
                .max(Engine::compareTo);
    }
}

package dev.streakline.persistence.policy;

import dev.streakline.application.policy.PolicyVersions;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.OutdatedFoldVersionException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Policies and an engine that fold together, as a number: a row with another number was folded by others. Numbers ascend,
 * for neither policies nor engines ever go back.
 *
 * @param policies by which it folds
 */
public record FoldVersionRow(int number, PolicyVersions.PolicyVersion policies) {

    /**
     * The stamp of an engine under the policies in force; empty when it has none yet.
     *
     * @throws OutdatedFoldVersionException when a newer engine has folded
     */
    public static Optional<FoldVersionRow> find(Handle handle, FoldVersion version) {
        refuseOlder(handle, version);
        return inForce(handle, version);
    }

    /** The same, also for an engine that is older than one that has folded: what it has folded itself it may read. */
    public static Optional<FoldVersionRow> inForce(Handle handle, FoldVersion version) {
        PolicyVersions.PolicyVersion policies = PolicyRows.current(handle);
        return handle.createQuery("""
                        select stamp from fold_stamp
                        where policy_version = :policies and revision = :revision and time_zone_data = :zones
                        """)
                .bind("policies", policies.number())
                .bind("revision", version.revision())
                .bind("zones", version.timeZoneData())
                .mapTo(Integer.class)
                .findOne()
                .map(number -> new FoldVersionRow(number, policies));
    }

    /** The same, or, where there is none, one that no row has. */
    public static FoldVersionRow findOrNew(Handle handle, FoldVersion version) {
        return find(handle, version).orElseGet(() -> new FoldVersionRow(0, PolicyRows.current(handle)));
    }

    /** Makes the stamp that {@link #find} did not find, unless somebody else does so first. */
    public static void make(Handle handle, FoldVersion version) {
        handle.createUpdate("""
                        insert into fold_stamp (policy_version, revision, time_zone_data)
                        values (:policies, :revision, :zones)
                        on conflict do nothing
                        """)
                .bind("policies", PolicyRows.current(handle).number())
                .bind("revision", version.revision())
                .bind("zones", version.timeZoneData())
                .execute();
    }

    private static void refuseOlder(Handle handle, FoldVersion version) {
        newest(handle).filter(newest -> newest.compareTo(version) > 0).ifPresent(newest -> {
            throw new OutdatedFoldVersionException(version, newest);
        });
    }

    /** The newest engine that has folded; empty when none has. */
    public static Optional<FoldVersion> newest(Handle handle) {
        return handle
                .createQuery("select distinct revision, time_zone_data from fold_stamp")
                .map((row, context) -> new FoldVersion(row.getInt("revision"), row.getString("time_zone_data")))
                .stream()
                .max(FoldVersion::compareTo);
    }
}

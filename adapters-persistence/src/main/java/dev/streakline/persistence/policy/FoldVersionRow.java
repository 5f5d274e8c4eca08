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
     * The row of a fold version under the policies in force; empty when it has none yet.
     *
     * @throws OutdatedFoldVersionException when a newer version has folded
     */
    public static Optional<FoldVersionRow> find(Handle handle, FoldVersion version) {
        refuseOlder(handle, version);
        return inForce(handle, version);
    }

    /** The same, also for a version that is older than one that has folded: it may read what it has folded itself. */
    public static Optional<FoldVersionRow> inForce(Handle handle, FoldVersion version) {
        PolicyVersions.PolicyVersion policies = PolicyRows.current(handle);
        return handle.createQuery("""
                        select number from fold_version
                        where policy_version = :policies and revision = :revision and time_zone_data = :zones
                        """)
                .bind("policies", policies.number())
                .bind("revision", version.revision())
                .bind("zones", version.timeZoneData())
                .mapTo(Integer.class)
                .findOne()
                .map(number -> new FoldVersionRow(number, policies));
    }

    /** The same, or a row with a number that no viewer has. */
    public static FoldVersionRow findOrNew(Handle handle, FoldVersion version) {
        return find(handle, version).orElseGet(() -> new FoldVersionRow(0, PolicyRows.current(handle)));
    }

    /** Inserts the row that {@link #find} did not find, unless another process has. */
    public static void make(Handle handle, FoldVersion version) {
        handle.createUpdate("""
                        insert into fold_version (policy_version, revision, time_zone_data)
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
                .createQuery("select distinct revision, time_zone_data from fold_version")
                .map((row, context) -> new FoldVersion(row.getInt("revision"), row.getString("time_zone_data")))
                .stream()
                .max(FoldVersion::compareTo);
    }
}

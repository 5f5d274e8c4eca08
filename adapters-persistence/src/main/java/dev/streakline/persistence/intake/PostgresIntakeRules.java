package dev.streakline.persistence.intake;

import dev.streakline.application.intake.IntakeLimits;
import dev.streakline.application.intake.IntakeRuleVersions;
import dev.streakline.application.intake.IntakeRules;
import dev.streakline.application.intake.OwnFacts;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.ScopedDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** Intake rules in PostgreSQL. */
public final class PostgresIntakeRules implements IntakeRuleVersions {

    private static final IntakeRuleVersion FIRST = new IntakeRuleVersion(0, IntakeRules.DEFAULT);
    private static final String VIEWER_FACTS = "viewer-facts";

    private final ScopedDatabase database;

    /** The rules in a database. */
    public PostgresIntakeRules(Database database) {
        this.database = database.as(Scope.APP);
    }

    /** In one statement, because every batch of facts runs it. */
    @Override
    public IntakeRuleVersion current() {
        return database.query(
                        "select * from streakline.intake_rule order by version desc limit 1",
                        PostgresIntakeRules::version)
                .orElse(FIRST);
    }

    private static IntakeRuleVersion version(ResultSet row) throws SQLException {
        return new IntakeRuleVersion(
                row.getInt("version"),
                new IntakeRules(
                        row.getBoolean("viewer_facts") ? OwnFacts.ON : OwnFacts.OFF,
                        new IntakeLimits(
                                row.getInt("events_per_day"),
                                row.getInt("titles"),
                                row.getInt("channels"),
                                row.getInt("pauses"),
                                row.getInt("zone_changes_per_day"))));
    }

    private static IntakeRuleVersion current(Handle handle) {
        return handle.createQuery("select * from intake_rule order by version desc limit 1")
                .map((row, context) -> version(row))
                .findOne()
                .orElse(FIRST);
    }

    /** Two who adopt at once take the same number; the second finds it taken and tries again after the first. */
    @Override
    public IntakeRuleVersion adopt(IntakeRules rules) {
        return database.write(handle -> adopt(handle, current(handle), rules));
    }

    @Override
    public IntakeRuleVersion adoptFirst(IntakeRules rules) {
        return database.write(handle -> {
            IntakeRuleVersion current = current(handle);
            return current.number() > 0 || hasFacts(handle) ? current : adopt(handle, current, rules);
        });
    }

    private static boolean hasFacts(Handle handle) {
        return handle.createQuery("select exists (select from fact) or exists (select from title_fact)"
                        + " or exists (select from channel_fact)")
                .mapTo(Boolean.class)
                .one();
    }

    private static IntakeRuleVersion adopt(Handle handle, IntakeRuleVersion current, IntakeRules rules) {
        if (current.rules().equals(rules)) {
            return current;
        }
        IntakeRuleVersion adopted = new IntakeRuleVersion(current.number() + 1, rules);
        handle.createUpdate("insert into intake_rule values (:version, :viewerFacts, :eventsPerDay, :titles, :channels,"
                        + " :pauses, :zoneChangesPerDay)")
                .bind("version", adopted.number())
                .bind("viewerFacts", rules.viewerFacts() == OwnFacts.ON)
                .bind("eventsPerDay", rules.limits().eventsPerDay())
                .bind("titles", rules.limits().titles())
                .bind("channels", rules.limits().channels())
                .bind("pauses", rules.limits().pauses())
                .bind("zoneChangesPerDay", rules.limits().zoneChangesPerDay())
                .execute();
        return adopted;
    }

    /**
     * Whether a notice is still due that this store, made by an earlier version, continues to accept facts from
     * viewers; the call clears it.
     */
    public boolean takeNoticeOfViewerFacts() {
        return database.<Boolean>write(handle -> handle.createUpdate("delete from notice where name = :name")
                        .bind("name", VIEWER_FACTS)
                        .execute()
                > 0);
    }
}

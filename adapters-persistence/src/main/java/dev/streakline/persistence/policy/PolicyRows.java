package dev.streakline.persistence.policy;

import dev.streakline.application.policy.PolicyVersions;
import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.milestone.Measure;
import dev.streakline.domain.milestone.Rung;
import dev.streakline.domain.milestone.Tier;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.viewing.CompletionPolicy;
import dev.streakline.persistence.rows.Codes;
import dev.streakline.persistence.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Policies as rows of the tables {@code policy} and {@code policy_ladder}. */
public final class PolicyRows {

    private static final PolicyVersions.PolicyVersion DEFAULT = new PolicyVersions.PolicyVersion(0, Policies.DEFAULT);

    private PolicyRows() {}

    /** The newest version. */
    public static PolicyVersions.PolicyVersion current(Handle handle) {
        return handle.createQuery("select * from policy order by version desc limit 1")
                .map((row, context) -> version(handle, row))
                .findOne()
                .orElse(DEFAULT);
    }

    private static PolicyVersions.PolicyVersion version(Handle handle, ResultSet row) throws SQLException {
        int version = row.getInt("version");
        return new PolicyVersions.PolicyVersion(
                version,
                new Policies(
                        new DayStart(LocalTime.ofSecondOfDay(row.getInt("day_start_seconds"))),
                        new StreakPolicy(
                                row.getInt("minimum_seconds"), row.getInt("freeze_cap"), row.getInt("days_per_freeze")),
                        new CompletionPolicy(
                                row.getInt("completion_percent"), row.getInt("completion_seconds_of_unknown")),
                        ladders(handle, version)));
    }

    private static List<Ladder> ladders(Handle handle, int version) {
        return handle.createQuery(
                        "select measure, thresholds, tiers from policy_ladder where version = :version order by position")
                .bind("version", version)
                .map((row, context) ->
                        new Ladder(Codes.value(Measure.values(), Measure::code, row.getString("measure")), rungs(row)))
                .list();
    }

    private static List<Rung> rungs(ResultSet ladder) throws SQLException {
        Integer[] thresholds = (Integer[]) ladder.getArray("thresholds").getArray();
        String[] tiers = (String[]) ladder.getArray("tiers").getArray();
        return IntStream.range(0, thresholds.length)
                .mapToObj(i -> new Rung(thresholds[i], Codes.value(Tier.values(), Tier::code, tiers[i])))
                .toList();
    }

    /** Adds a version. */
    static void insert(Handle handle, PolicyVersions.PolicyVersion version) {
        Policies policies = version.policies();
        handle.createUpdate("""
                        insert into policy values (:version, :dayStart, :minimumSeconds, :freezeCap, :daysPerFreeze,
                            :completionPercent, :completionSeconds)
                        """)
                .bind("version", version.number())
                .bind("dayStart", policies.dayStart().time().toSecondOfDay())
                .bind("minimumSeconds", policies.streaks().minimumSeconds())
                .bind("freezeCap", policies.streaks().freezeCap())
                .bind("daysPerFreeze", policies.streaks().daysPerFreeze())
                .bind("completionPercent", policies.completion().percent())
                .bind("completionSeconds", policies.completion().secondsOfUnknown())
                .execute();
        int position = 0;
        for (Ladder ladder : policies.ladders()) {
            List<Rung> rungs = ladder.rungs();
            handle.createUpdate("insert into policy_ladder values (:version, :position, :measure, :thresholds, :tiers)")
                    .bind("version", version.number())
                    .bind("position", position++)
                    .bind("measure", ladder.measure().code())
                    .bind(
                            "thresholds",
                            Columns.array(
                                    "int4", rungs.stream().map(Rung::threshold).toArray()))
                    .bind(
                            "tiers",
                            Columns.array(
                                    "text",
                                    rungs.stream()
                                            .map(rung -> rung.tier().code())
                                            .toArray()))
                    .execute();
        }
    }
}

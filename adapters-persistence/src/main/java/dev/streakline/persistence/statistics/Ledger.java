package dev.streakline.persistence.statistics;

import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.milestone.Measure;
import dev.streakline.domain.milestone.RecordedAchievement;
import dev.streakline.domain.milestone.Rung;
import dev.streakline.domain.milestone.Tier;
import dev.streakline.persistence.rows.Codes;
import dev.streakline.persistence.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What was announced, as rows of the table {@code announcement}. */
final class Ledger {

    private Ledger() {}

    /** The ledgers of viewers by key, each in the order of recording; none for whom nothing was recorded. */
    static Map<Long, List<RecordedAchievement>> of(Handle handle, Object[] viewerKeys) {
        Map<Long, List<RecordedAchievement>> ledgers = new HashMap<>();
        handle.createQuery("select * from announcement where viewer_key = any(:keys) order by position")
                .bind("keys", Columns.array("int8", viewerKeys))
                .setFetchSize(5_000)
                .map((row, context) -> ledgers.computeIfAbsent(row.getLong("viewer_key"), unseen -> new ArrayList<>())
                        .add(announcement(row)))
                .forEach(added -> {});
        return ledgers;
    }

    private static RecordedAchievement announcement(ResultSet row) throws SQLException {
        return new RecordedAchievement(
                Codes.value(Measure.values(), Measure::code, row.getString("measure")),
                new Rung(row.getInt("threshold"), Codes.value(Tier.values(), Tier::code, row.getString("tier"))),
                EpochMicros.toInstant(row.getLong("achieved_at")),
                Codes.value(Precision.values(), Precision::code, row.getString("precision")),
                EpochMicros.toInstant(row.getLong("recorded_at")));
    }
}

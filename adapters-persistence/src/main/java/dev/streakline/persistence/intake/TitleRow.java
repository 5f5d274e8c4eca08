package dev.streakline.persistence.intake;

import dev.streakline.application.fact.TitleFact;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.persistence.name.FactKey;
import dev.streakline.persistence.rows.Columns;
import java.util.UUID;

/** A row of the table {@code title_fact}. */
record TitleRow(FactKey key, UUID content, TitleFact fact) implements FactTable.IdentifiedRow {

    static final Columns<TitleRow> COLUMNS = new Columns<TitleRow>()
            .with("title_key", "int8", row -> row.key().subjectKey())
            .withDigest("identity", row -> row.key().identity())
            .withDigest("content", TitleRow::content)
            .with("at", "int8", row -> EpochMicros.of(row.fact().time()))
            .with("kind", "text", row -> row.fact().kind().code())
            .with("display_name", "text", row -> row.fact().name())
            .with("show", "text", row -> row.fact().show())
            .with("show_name", "text", row -> row.fact().showName())
            .with("season", "int4", row -> row.fact().season())
            .with("episode", "int4", row -> row.fact().episode())
            .with("genres", "text[]", row -> row.fact().genres())
            .with("runtime_seconds", "int4", row -> row.fact().runtimeSeconds())
            .with("channel", "text", row -> row.fact().channel())
            .with("source", "text", row -> row.fact().id().source())
            .with("id", "text", row -> row.fact().id().id());
}

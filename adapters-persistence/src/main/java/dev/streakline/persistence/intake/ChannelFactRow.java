package dev.streakline.persistence.intake;

import dev.streakline.application.fact.ChannelFact;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.persistence.name.FactKey;
import dev.streakline.persistence.rows.Columns;
import java.util.UUID;

/** A row of the table {@code channel_fact}. */
record ChannelFactRow(FactKey key, UUID content, ChannelFact fact) implements FactTable.IdentifiedRow {

    static final Columns<ChannelFactRow> COLUMNS = new Columns<ChannelFactRow>()
            .with("channel_key", "int8", row -> row.key().subjectKey())
            .withDigest("identity", row -> row.key().identity())
            .withDigest("content", ChannelFactRow::content)
            .with("at", "int8", row -> EpochMicros.of(row.fact().time()))
            .with("display_name", "text", row -> row.fact().name())
            .with("creator", "text", row -> row.fact().creator())
            .with("source", "text", row -> row.fact().id().source())
            .with("id", "text", row -> row.fact().id().id());
}

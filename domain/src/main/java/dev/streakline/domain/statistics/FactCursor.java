package dev.streakline.domain.statistics;

import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.Completed;
import dev.streakline.domain.history.FactColumns;
import dev.streakline.domain.lifetime.InteractionKind;

/** The fact that a fold has reached, with what follows from the viewer's zone and from the title. */
final class FactCursor {

    private final Titles titles;
    private FactColumns facts = new FactColumns(0);
    private int row;
    private long at;
    private int day;
    private int title;
    private int stated;
    private int counted;
    private Completed completed = Completed.UNSPECIFIED;

    FactCursor(Titles titles) {
        this.titles = titles;
    }

    /** Starts the facts of another viewer. */
    void begin(FactColumns viewerFacts) {
        facts = viewerFacts;
    }

    void moveToPlay(int newRow, long newAt, int newDay) {
        row = newRow;
        at = newAt;
        day = newDay;
        title = facts.title(newRow);
        stated = facts.seconds(newRow);
        counted = titles.countedSeconds(title, stated);
        completed = facts.completed(newRow);
    }

    void moveToInteraction(int newRow, long newAt, int newDay) {
        row = newRow;
        at = newAt;
        day = newDay;
    }

    /** The instant, microseconds since 1970. */
    long at() {
        return at;
    }

    /** The local day, days since 1970-01-01. */
    int day() {
        return day;
    }

    /** Whether the time of day is known. */
    Precision precision() {
        return facts.isDateOnly(row) ? Precision.DATE : Precision.INSTANT;
    }

    /** The key of a play's title, or {@link Titles#NONE}. */
    int title() {
        return title;
    }

    /** The seconds that a play states, or {@link FactColumns#UNKNOWN_SECONDS}. */
    int stated() {
        return stated;
    }

    /** Whether a play states no length. */
    boolean isLengthUnknown() {
        return stated == FactColumns.UNKNOWN_SECONDS;
    }

    /** The counted seconds of a play: those stated, or an estimate. */
    int counted() {
        return counted;
    }

    /** Whether the source states that a play completed its title. */
    Completed completed() {
        return completed;
    }

    boolean hasRange() {
        return facts.hasRange(row);
    }

    long rangeFrom() {
        return facts.rangeFrom(row);
    }

    long rangeTo() {
        return facts.rangeTo(row);
    }

    /** The key that the slices of a sitting share, negative for a sitting of its own. */
    int session() {
        return facts.session(row);
    }

    /** The key of the channel of a play: the one that it names, or else that of its title (detail 31). */
    int channelOfPlay() {
        int named = facts.channel(row);
        return named == NameIndex.NONE ? titles.channelOf(title) : named;
    }

    /** The key of the channel of an interaction. */
    int channelOfInteraction() {
        return facts.channel(row);
    }

    InteractionKind interactionKind() {
        return facts.interactionKind(row);
    }

    int bits() {
        return facts.bits(row);
    }
}

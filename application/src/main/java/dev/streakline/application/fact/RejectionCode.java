package dev.streakline.application.fact;

/** Why an event is no fact; the codes are stable. */
public enum RejectionCode {
    /** A member that must be there is not. */
    FIELD_MISSING("event.field_missing"),
    /** {@code data} has a member that its type does not have. */
    FIELD_UNKNOWN("event.field_unknown"),
    /** Two members exclude each other. */
    FIELD_EXCLUDED("event.field_excluded"),
    /** A member is of another JSON type, a number is not whole, or a text is not of its form. */
    WRONG_TYPE("event.wrong_type"),
    /** A number, a date range or a list is out of its bounds, or a text is none of the possible ones. */
    OUT_OF_RANGE("event.out_of_range"),
    /** A text is empty or too long, or holds characters that it must not. */
    TEXT_INVALID("event.text_invalid"),
    /** The type of the event is not known. */
    TYPE_UNKNOWN("event.type_unknown"),
    /** The event is of another version of CloudEvents. */
    VERSION_UNKNOWN("event.version_unknown"),
    /** The instant or date lies more than five minutes ahead. */
    TIME_FUTURE("event.time_future"),
    /** The instant or date lies before 1900. */
    TIME_TOO_OLD("event.time_too_old"),
    /** The zone is no region of the running time-zone data. */
    ZONE_UNKNOWN("event.zone_unknown");

    private final String code;

    RejectionCode(String code) {
        this.code = code;
    }

    /** The name in answers. */
    public String code() {
        return code;
    }
}

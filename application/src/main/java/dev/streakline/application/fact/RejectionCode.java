package dev.streakline.application.fact;

/** Why an event was rejected, as a stable word for programs. Codes are never renamed or reused. */
public enum RejectionCode {
    /** A required member is absent. */
    FIELD_MISSING("event.field_missing"),
    /** {@code data} has a member that its type does not know. */
    FIELD_UNKNOWN("event.field_unknown"),
    /** Two members, or a member and a value, exclude each other. */
    FIELD_EXCLUDED("event.field_excluded"),
    /** The JSON type is not the expected one; includes {@code null} and fractions. */
    WRONG_TYPE("event.wrong_type"),
    /** Another version of CloudEvents than 1.0. */
    VERSION_UNKNOWN("event.version_unknown"),
    /** An unknown {@code type}. */
    TYPE_UNKNOWN("event.type_unknown"),
    /** A text that is none of the allowed words. */
    VALUE_UNKNOWN("event.value_unknown"),
    /** A number, a date, or the distance of two, is beyond its bounds. */
    OUT_OF_RANGE("event.out_of_range"),
    /** A text is too long, empty, or contains what texts must not contain. */
    TEXT_INVALID("event.text_invalid"),
    /** Not an RFC 3339 instant with an offset, or not a date. */
    TIME_MALFORMED("event.time_malformed"),
    /** More than five minutes ahead of now. */
    TIME_FUTURE("event.time_future"),
    /** Before 1900. */
    TIME_TOO_OLD("event.time_too_old"),
    /** Not a region of the running time-zone data. */
    ZONE_UNKNOWN("event.zone_unknown"),
    /** The sender may not send this fact. */
    NOT_ALLOWED("event.not_allowed"),
    /** A limit of the intake rules is reached. */
    LIMIT_EXCEEDED("limit.exceeded"),
    /** Not a JSON object, or an ambiguous one. */
    NOT_JSON("event.not_json");

    private final String code;

    RejectionCode(String code) {
        this.code = code;
    }

    /** The word on the wire, such as {@code "event.out_of_range"}. */
    public String code() {
        return code;
    }
}

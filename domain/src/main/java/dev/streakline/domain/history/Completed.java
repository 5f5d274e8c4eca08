package dev.streakline.domain.history;

/** Whether a watch fact states that its title was completed. */
public enum Completed {
    /** Nothing: lengths and ranges decide. */
    UNSPECIFIED,
    /** It was. */
    YES,
    /** It was not; an unknown length then completes nothing, ranges and seconds still can (detail 4). */
    NO
}

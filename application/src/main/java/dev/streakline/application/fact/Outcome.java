package dev.streakline.application.fact;

/** What became of an event. */
public enum Outcome {
    /** It is stored. */
    ACCEPTED("accepted"),
    /** Its identity was known with the same content. */
    DUPLICATE("duplicate"),
    /** Its identity was known with other content; nothing was stored. */
    CONFLICT("conflict"),
    /** Its identity was withdrawn; nothing comes back. */
    WITHDRAWN("withdrawn"),
    /** It is no fact. */
    REJECTED("rejected");

    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    /** The name in answers. */
    public String code() {
        return code;
    }
}

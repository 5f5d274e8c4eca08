package dev.streakline.application.fact;

/** The outcome of one item (section 2). */
public enum IngestOutcome {
    /** Stored; the transaction has committed. */
    ACCEPTED("accepted"),
    /** Its identity is known with the same content: nothing to do. */
    DUPLICATE("duplicate"),
    /** Its identity is known with other content: nothing is stored, the first stays. */
    CONFLICT("conflict"),
    /** Its identity was withdrawn: nothing comes back; a correction needs a new identity. */
    WITHDRAWN("withdrawn"),
    /** It is no valid fact. */
    REJECTED("rejected");

    private final String code;

    IngestOutcome(String code) {
        this.code = code;
    }

    /** The word on the wire, such as {@code "accepted"}. */
    public String code() {
        return code;
    }
}

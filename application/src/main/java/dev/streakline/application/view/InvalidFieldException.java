package dev.streakline.application.view;

/** A field of a request is out of its bounds. */
public final class InvalidFieldException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String pointer;

    /**
     * As a constructor of the domain has found it.
     *
     * @param pointer to the field (RFC 6901)
     * @param reason names the value and the bound
     */
    public InvalidFieldException(String pointer, String reason) {
        super(reason, null, false, false);
        this.pointer = pointer;
    }

    /** Where the field is. */
    public String pointer() {
        return pointer;
    }

    /** The value, the bound, and the remedy. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}

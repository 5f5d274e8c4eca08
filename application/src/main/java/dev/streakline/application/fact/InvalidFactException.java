package dev.streakline.application.fact;

/**
 * Thrown by the rules of facts. For code that builds a fact it is an {@link IllegalArgumentException}; the reader of
 * events turns it into the rejection that it carries. So each rule is stated once for both.
 */
public final class InvalidFactException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    /** @param reason continues the sentence that begins with the name of the member, such as "is 101; it must be …" */
    public InvalidFactException(RejectionCode code, Member location, String reason) {
        this(new Rejection(code, location.pointer(), location.label() + " " + reason));
    }

    private InvalidFactException(Rejection rejection) {
        super(rejection.reason());
        this.rejection = rejection;
    }

    public static InvalidFactException wrongType(Member location, Object value, String expected) {
        return new InvalidFactException(
                RejectionCode.WRONG_TYPE, location, "is " + ErrorExcerpt.of(value) + "; it must be " + expected + ".");
    }

    public Rejection rejection() {
        return rejection;
    }
}

package dev.streakline.application.fact;

/**
 * Thrown by the rules of facts. To those who build a fact it is an {@link IllegalArgumentException}; the reader of
 * events turns it into the rejection that it carries, so that every rule stands in one place for both.
 */
public final class InvalidFact extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    /** @param reason continues the sentence that begins with the name of the place, such as "is 101; it must be …" */
    public InvalidFact(RejectionCode code, Place place, String reason) {
        this(new Rejection(code, place.pointer(), place.label() + " " + reason));
    }

    private InvalidFact(Rejection rejection) {
        super(rejection.reason());
        this.rejection = rejection;
    }

    public static InvalidFact wrongType(Place place, Object value, String expected) {
        return new InvalidFact(
                RejectionCode.WRONG_TYPE, place, "is " + Excerpt.of(value) + "; it must be " + expected + ".");
    }

    public Rejection rejection() {
        return rejection;
    }
}

package dev.streakline.application.fact;

/** Ends the reading of an event at the first thing that is wrong with it; never leaves {@link EventReader}. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    Refusal(RejectionCode code, String pointer, String reason) {
        super(reason, null, false, false);
        this.rejection = new Rejection(code, pointer, reason);
    }

    Rejection rejection() {
        return rejection;
    }
}

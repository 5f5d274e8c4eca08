package dev.streakline.application.view;

/** A cursor does not come from any page. */
public final class InvalidCursorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidCursorException() {
        super("is unknown; use nextCursor of the previous page.", null, false, false);
    }
}

package dev.streakline.application.fact;

import static java.util.Objects.requireNonNull;

/**
 * The first thing found wrong with an event.
 *
 * <p>Example: code {@code event.out_of_range}, pointer {@code /data/score}, reason "score is 101; it must be 0 to 100
 * (points). Scale other scores to it, 4 of 5 stars to 80."
 *
 * @param code the kind of fault, for programs
 * @param pointer an RFC 6901 JSON Pointer into the event; empty for the event as a whole
 * @param reason what is wrong, why, and what to do; values are shortened and their control characters escaped
 */
public record Rejection(RejectionCode code, String pointer, String reason) {

    public Rejection {
        requireNonNull(code, "code");
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException(
                    "pointer is " + ErrorExcerpt.of(pointer) + "; a JSON Pointer is empty or begins with a slash.");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason is blank; it must say what is wrong and what to do.");
        }
    }
}

package dev.streakline.application.fact;

/**
 * The first thing that is wrong with an event.
 *
 * @param code why
 * @param pointer a JSON Pointer (RFC 6901) to the member, from the event
 * @param reason what is wrong, and what would be right
 */
public record Rejection(RejectionCode code, String pointer, String reason) {}

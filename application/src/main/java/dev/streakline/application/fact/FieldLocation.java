package dev.streakline.application.fact;

/** Where in an event something stands: what people call it, and the JSON Pointer (RFC 6901) for programs. */
interface FieldLocation {

    String label();

    String pointer();
}

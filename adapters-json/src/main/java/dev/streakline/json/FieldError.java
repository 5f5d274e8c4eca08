package dev.streakline.json;

/**
 * What is wrong with one place of a JSON text.
 *
 * @param pointer to the place (RFC 6901); empty for the whole text
 * @param code for programs, such as {@code field.unknown}
 * @param detail for people: continues a sentence whose subject is the place, and ends with a full stop
 */
public record FieldError(String pointer, String code, String detail) {}

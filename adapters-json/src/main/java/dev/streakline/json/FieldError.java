package dev.streakline.json;

/**
 * A fault of one field.
 *
 * @param pointer to the field (RFC 6901); empty for the whole text, {@code ?name} for a query parameter
 * @param code a stable word for programs, such as {@code field.unknown}
 * @param detail what is wrong, and the remedy; continues a sentence whose subject is the field
 */
public record FieldError(String pointer, String code, String detail) {}

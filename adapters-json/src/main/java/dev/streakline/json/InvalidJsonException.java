package dev.streakline.json;

import java.util.List;

/** A text is JSON, but not the object that is expected. */
public final class InvalidJsonException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<FieldError> errors;

    /**
     * @param errors at least one
     */
    InvalidJsonException(List<FieldError> errors) {
        super((errors.get(0).pointer() + " " + errors.get(0).detail()).strip(), null, false, false);
        this.errors = List.copyOf(errors);
    }

    /** The faults, by pointer. */
    public List<FieldError> errors() {
        return errors;
    }
}

package dev.streakline.http.web;

import dev.streakline.json.FieldError;
import java.util.List;

/** A request is refused; answered as a problem detail. The message never contains a secret. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemCode code;
    private final transient List<FieldError> faults;

    private ProblemException(ProblemCode code, String detail, List<FieldError> faults) {
        super(detail, null, false, false);
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    /**
     * For this reason.
     *
     * @param detail what is wrong, and what to do
     */
    public static ProblemException because(ProblemCode code, String detail) {
        return new ProblemException(code, detail, List.of());
    }

    /** Because of one faulty part of the request. */
    public static ProblemException at(String pointer, String code, String detail) {
        return invalid(List.of(new FieldError(pointer, code, detail)));
    }

    /** Because of a query parameter. */
    public static ProblemException parameter(String name, String detail) {
        return at("?" + name, "parameter.invalid", detail);
    }

    /** Because of several faulty parts, at least one. */
    public static ProblemException invalid(List<FieldError> faults) {
        FieldError first = faults.get(0);
        return new ProblemException(
                ProblemCode.REQUEST_INVALID,
                (first.pointer().isEmpty() ? "" : first.pointer() + " ") + first.detail(),
                faults);
    }

    /** Why. */
    public ProblemCode code() {
        return code;
    }

    /** What is wrong, and the remedy. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The faulty parts; empty without any. */
    public List<FieldError> faults() {
        return faults;
    }
}

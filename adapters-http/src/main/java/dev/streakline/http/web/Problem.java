package dev.streakline.http.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.streakline.json.FieldError;
import java.util.List;

/**
 * A problem detail (RFC 9457).
 *
 * @param type a stable name of the kind of problem
 * @param title what the kind means
 * @param status the HTTP status
 * @param detail what is wrong with this request, and the remedy
 * @param code the last part of the type, for programs
 * @param requestId the id of the request in the log
 * @param errors the faulty parts of the request; left out where there are none
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String requestId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

    /** The media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Defensive copies. */
    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem of this kind. */
    public static Problem of(ProblemCode code, String detail, List<FieldError> errors, String requestId) {
        return new Problem(
                "urn:streakline:problem:" + code.code(),
                code.title(),
                code.status(),
                detail,
                code.code(),
                requestId,
                errors);
    }
}

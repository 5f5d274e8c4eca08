package dev.streakline.http.web;

/** Every reason to refuse a request, as a stable word for programs. Codes are never renamed or reused. */
public enum ProblemCode {
    /** Not JSON, or not what HTTP or JSON allow. */
    REQUEST_MALFORMED("request.malformed", 400, "The request cannot be read"),
    /** The request is readable, but a member, parameter or header is wrong; {@code errors} names it. */
    REQUEST_INVALID("request.invalid", 400, "The request is invalid"),
    /** No such route. */
    REQUEST_NOT_FOUND("request.not_found", 404, "There is no such resource"),
    /** The route has other methods; {@code Allow} names them. */
    REQUEST_METHOD("request.method", 405, "The method is not allowed here"),
    /** Too slow. */
    REQUEST_TIMEOUT("request.timeout", 408, "The request was not received in time"),
    /** The body is larger than the route accepts. */
    REQUEST_TOO_LARGE("request.too_large", 413, "The request is too large"),
    /** The address is too long. */
    REQUEST_URI_TOO_LONG("request.uri_too_long", 414, "The address is too long"),
    /** The body has a media type or an encoding that the route does not take. */
    REQUEST_MEDIA_TYPE("request.media_type", 415, "The media type is not supported"),
    /** The headers are too large. */
    REQUEST_HEADERS_TOO_LARGE("request.headers_too_large", 431, "The headers are too large"),
    /** No credential was sent. */
    AUTH_MISSING("auth.missing", 401, "A credential is needed"),
    /** The credential cannot be read. */
    AUTH_MALFORMED("auth.malformed", 401, "The credential cannot be read"),
    /** The credential is invalid, revoked, or meant for another service. */
    AUTH_INVALID("auth.invalid", 401, "The credential is not valid"),
    /** The credential was valid once. */
    AUTH_EXPIRED("auth.expired", 401, "The credential has expired"),
    /** The credential is valid, and its roles do not allow this. */
    AUTH_FORBIDDEN("auth.forbidden", 403, "The credential does not allow this"),
    /** No such viewer, or none that the caller may see. */
    VIEWER_NOT_FOUND("viewer.not_found", 404, "There is no such viewer"),
    /** No fact has this identity. */
    FACT_NOT_FOUND("fact.not_found", 404, "There is no such fact"),
    /** No pause begins on that date. */
    PAUSE_NOT_FOUND("pause.not_found", 404, "There is no such pause"),
    /** The pause is over. */
    PAUSE_OVER("pause.over", 409, "The pause is over"),
    /** No such key, or it was revoked before. */
    KEY_NOT_FOUND("key.not_found", 404, "There is no such key"),
    /** No such run. */
    RUN_NOT_FOUND("run.not_found", 404, "There is no such recalculation"),
    /** Too many requests with this credential. */
    RATE_EXCEEDED("rate.exceeded", 429, "Too many requests"),
    /** A limit of the intake rules is reached. */
    LIMIT_EXCEEDED("limit.exceeded", 429, "A limit of the intake rules is reached"),
    /** A newer version folds in this store; this one answers requests and accepts facts. */
    FOLD_REFUSED("fold.refused", 409, "A newer version maintains the statistics"),
    /** The viewer has more facts than fit the memory of the service: withdraw some, or give it more memory. */
    HISTORY_TOO_LONG("history.too_long", 409, "The viewer has too many facts"),
    /** The database cannot be reached; try again. */
    STORE_UNAVAILABLE("store.unavailable", 503, "The database cannot be reached"),
    /** The disk of the database is full: reads are answered, but no facts are accepted until there is room. */
    STORE_FULL("store.full", 507, "The disk of the database is full"),
    /** The service is stopping or starting; try again. */
    SERVICE_UNAVAILABLE("service.unavailable", 503, "The service is not ready"),
    /** A fault of ours. */
    SERVER_ERROR("server.error", 500, "An internal error occurred");

    private final String code;
    private final int status;
    private final String title;

    ProblemCode(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /** The word on the wire. */
    public String code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The meaning in a few words. */
    public String title() {
        return title;
    }

    /** The code of a status that the server answers before any route. */
    public static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 404 -> REQUEST_NOT_FOUND;
            case 405, 501 -> REQUEST_METHOD;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> REQUEST_TOO_LARGE;
            case 414 -> REQUEST_URI_TOO_LONG;
            case 415 -> REQUEST_MEDIA_TYPE;
            case 431 -> REQUEST_HEADERS_TOO_LARGE;
            case 503 -> SERVICE_UNAVAILABLE;
            // An unknown version of HTTP is the sender's fault, not ours.
            case 505 -> REQUEST_MALFORMED;
            default -> status >= 500 ? SERVER_ERROR : REQUEST_MALFORMED;
        };
    }
}

package dev.streakline.http.server;

/** Which requests have a line in the log. Failures of the service always have one. */
public enum RequestLogLevel {
    /** Every request. */
    ALL(100),
    /** Requests that were refused or failed, with a status of 400 or more. */
    ERRORS(400),
    /** None. */
    NONE(Integer.MAX_VALUE);

    private final int lowestStatus;

    RequestLogLevel(int lowestStatus) {
        this.lowestStatus = lowestStatus;
    }

    boolean includes(int status) {
        return status >= lowestStatus;
    }
}

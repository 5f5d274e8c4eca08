package dev.streakline.cli.history;

import java.util.Objects;

/** A history cannot be read, or its reject file not be written, at all: what, why, and what to do. */
public final class HistoryFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kinds of failure, each with its exit code at the edge. */
    public enum Problem {
        /** There is no such file. */
        NOT_FOUND,
        /** It is there but cannot be read: a directory, no permission, a device error at its first byte. */
        UNREADABLE,
        /** Its content is none of the known formats. */
        UNKNOWN_FORMAT,
        /** The reject file cannot be written. */
        REJECTS_UNWRITABLE
    }

    private final Problem problem;
    private final String advice;

    HistoryFailure(Problem problem, String message, String advice) {
        super(message);
        this.problem = Objects.requireNonNull(problem, "problem");
        this.advice = Objects.requireNonNull(advice, "advice");
    }

    /**
     * The kind of failure.
     *
     * @return never null
     */
    public Problem problem() {
        return problem;
    }

    /**
     * What to do about it.
     *
     * @return one sentence
     */
    public String advice() {
        return advice;
    }
}

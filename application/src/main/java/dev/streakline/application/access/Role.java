package dev.streakline.application.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A set of things that an account may do (sections 17 and 21). */
public enum Role {
    /** Sees their own data only. */
    VIEWER,
    /** Sees their own channels and students. */
    CREATOR,
    /** Sees every viewer: a platform's own server. */
    READER,
    /** Sends facts. */
    INGEST,
    /** Takes work and does it. */
    WORKER,
    /** Does everything, and grants roles to others. */
    ADMIN;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name in tokens, answers and the store, such as {@code "viewer"}. */
    public String code() {
        return code;
    }

    /** The role of that code, exactly as {@link #code} writes it; empty when there is none. */
    public static Optional<Role> of(String code) {
        return Stream.of(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}

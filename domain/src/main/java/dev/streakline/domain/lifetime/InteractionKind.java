package dev.streakline.domain.lifetime;

import java.util.Optional;

/** What a viewer did on a channel other than watching (section 1). */
public enum InteractionKind {
    CHAT("chat"),
    SUBSCRIPTION("subscription"),
    /** The only kind that has bits. */
    CHEER("cheer"),
    GIFT("gift"),
    RAID("raid");

    private static final InteractionKind[] KINDS = values();

    private final String code;

    InteractionKind(String code) {
        this.code = code;
    }

    /** The stable lower-case word for this kind in facts and answers, such as {@code "chat"}. */
    public String code() {
        return code;
    }

    /** The kind of exactly this code; empty for every other text. */
    public static Optional<InteractionKind> ofCode(String code) {
        for (InteractionKind kind : KINDS) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}

package dev.streakline.application.intake;

import java.util.Optional;
import java.util.stream.Stream;

/** Whether viewers may send facts about themselves: the intake rule {@code viewerFacts}. */
public enum OwnFacts {
    /** With a token of their own. */
    ON("on"),
    /** Only role ingest and the command line send facts. */
    OFF("off");

    private final String code;

    OwnFacts(String code) {
        this.code = code;
    }

    /** The word in answers, {@code "on"} or {@code "off"}. */
    public String code() {
        return code;
    }

    /** The rule of a word; empty for any other word. */
    public static Optional<OwnFacts> ofCode(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}

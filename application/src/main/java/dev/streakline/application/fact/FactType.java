package dev.streakline.application.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of facts, by their {@code type} on the wire: the table of section 2, without the row of the creators. */
public enum FactType {
    WATCH("streakline.watch.v1", SubjectType.VIEWER),
    TITLE_DETAILS("streakline.title.v1", SubjectType.TITLE),
    INTERACTION("streakline.interaction.v1", SubjectType.VIEWER),
    PAUSE("streakline.pause.v1", SubjectType.VIEWER),
    RANKING_CHOICE("streakline.ranking-choice.v1", SubjectType.VIEWER),
    CHANNEL_DETAILS("streakline.channel.v1", SubjectType.CHANNEL),
    RATING("streakline.rating.v1", SubjectType.VIEWER),
    VIEWER_DETAILS("streakline.viewer.v1", SubjectType.VIEWER);

    private static final Map<String, FactType> BY_CODE = new HashMap<>();

    static {
        for (FactType type : values()) {
            BY_CODE.put(type.code, type);
        }
    }

    private final String code;
    private final SubjectType subjectType;

    FactType(String code, SubjectType subjectType) {
        this.code = code;
        this.subjectType = subjectType;
    }

    /** The {@code type} on the wire, such as {@code "streakline.watch.v1"}. */
    public String code() {
        return code;
    }

    /** What the subject of such a fact names. */
    public SubjectType subjectType() {
        return subjectType;
    }

    /** The type of exactly this code; empty for every other text. */
    public static Optional<FactType> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The codes of all types, in the order of the table. */
    public static List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (FactType type : values()) {
            codes.add(type.code);
        }
        return codes;
    }

    /** Gives {@code id} back, or throws when its subject is not of the space that facts of this type are about. */
    FactId check(FactId id) {
        if (id.subjectType() != subjectType) {
            throw new IllegalArgumentException("id.space is " + id.subjectType() + "; the subject of " + code
                    + " is in the space " + subjectType + ".");
        }
        return id;
    }
}

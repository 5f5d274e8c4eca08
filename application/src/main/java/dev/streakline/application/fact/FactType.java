package dev.streakline.application.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The types of facts, by their {@code type} on the wire: the table of section 2, without the row of the creators. */
public enum FactType {
    WATCH("streakline.watch.v1", SubjectType.VIEWER, 1, () -> WatchFact.SCHEMA),
    TITLE_DETAILS("streakline.title.v1", SubjectType.TITLE, () -> TitleFact.SCHEMA),
    INTERACTION("streakline.interaction.v1", SubjectType.VIEWER, 2, () -> InteractionFact.SCHEMA),
    PAUSE("streakline.pause.v1", SubjectType.VIEWER, 3, () -> PauseFact.SCHEMA),
    RANKING_CHOICE("streakline.ranking-choice.v1", SubjectType.VIEWER, 4, () -> RankingChoiceFact.SCHEMA),
    CHANNEL_DETAILS("streakline.channel.v1", SubjectType.CHANNEL, () -> ChannelFact.SCHEMA),
    RATING("streakline.rating.v1", SubjectType.VIEWER, 5, () -> RatingFact.SCHEMA),
    VIEWER_DETAILS("streakline.viewer.v1", SubjectType.VIEWER, 6, () -> ViewerFact.SCHEMA);

    /** The number of a type that has a table of its own. */
    private static final int NOT_NUMBERED = 0;

    private static final Map<String, FactType> BY_CODE = new HashMap<>();
    private static final Map<Integer, FactType> BY_NUMBER = new HashMap<>();

    static {
        for (FactType type : values()) {
            BY_CODE.put(type.code, type);
            BY_NUMBER.put(type.number, type);
        }
        BY_NUMBER.remove(NOT_NUMBERED);
    }

    private final String code;
    private final SubjectType subjectType;
    private final int number;

    @SuppressWarnings("ImmutableEnumChecker") // Each supplier reads a constant.
    private final Supplier<FactSchema<?>> schema;

    FactType(String code, SubjectType subjectType, Supplier<FactSchema<?>> schema) {
        this(code, subjectType, NOT_NUMBERED, schema);
    }

    FactType(String code, SubjectType subjectType, int number, Supplier<FactSchema<?>> schema) {
        this.code = code;
        this.subjectType = subjectType;
        this.number = number;
        this.schema = schema;
    }

    /** The {@code type} on the wire, such as {@code "streakline.watch.v1"}. */
    public String code() {
        return code;
    }

    /** The type of subject of such a fact. */
    public SubjectType subjectType() {
        return subjectType;
    }

    /** The schema of such a fact: which members its data has, and how they are read, written and stored. */
    public FactSchema<?> schema() {
        return schema.get();
    }

    /**
     * The number by which the table of all facts about viewers knows the type. It is never changed or reused; 0 for facts about
     * titles and channels, which have tables of their own.
     */
    public int number() {
        return number;
    }

    /** The type of this number; empty for every other. */
    public static Optional<FactType> ofNumber(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
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

    /** Returns {@code id}, or throws when its subject is not of the type that facts of this type are about. */
    FactId check(FactId id) {
        if (id.subjectType() != subjectType) {
            throw new IllegalArgumentException("id.space is " + id.subjectType() + "; the subject of " + code
                    + " is in the space " + subjectType + ".");
        }
        return id;
    }
}

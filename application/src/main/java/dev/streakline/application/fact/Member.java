package dev.streakline.application.fact;

/** The members that the reading of events knows, by their names on the wire (section 2). */
public enum Member implements FieldLocation {
    SPECVERSION("specversion", ""),
    ID("id", ""),
    SOURCE("source", ""),
    TYPE("type", ""),
    SUBJECT("subject", ""),
    TIME("time", ""),
    DATA("data", ""),
    WITHDRAWN("withdrawn", ""),

    BITS("bits", "/data"),
    CHANNEL("channel", "/data"),
    COMPLETED("completed", "/data"),
    CREATOR("creator", "/data"),
    DATE("date", "/data"),
    EMAIL("email", "/data"),
    EPISODE("episode", "/data"),
    FROM("from", "/data"),
    GENRES("genres", "/data"),
    KIND("kind", "/data"),
    LISTED("listed", "/data"),
    NAME("name", "/data"),
    PLATFORM("platform", "/data"),
    RUNTIME_SECONDS("runtimeSeconds", "/data"),
    SCORE("score", "/data"),
    SEASON("season", "/data"),
    SECONDS("seconds", "/data"),
    SESSION("session", "/data"),
    SHOW("show", "/data"),
    SHOW_NAME("showName", "/data"),
    TITLE("title", "/data"),
    TO("to", "/data"),
    ZONE("zone", "/data");

    /** The longest name of an unknown member that a pointer repeats, in UTF-16 units. */
    private static final int LONGEST_POINTED_NAME = 128;

    private final String label;
    private final String pointer;

    Member(String label, String parent) {
        this.label = label;
        this.pointer = parent + "/" + label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String pointer() {
        return pointer;
    }

    /** The element of this list at {@code index}, from 0. */
    FieldLocation element(int index) {
        return new Inside(label + "[" + index + "]", pointer + "/" + index);
    }

    /**
     * The member called {@code name} inside this one. A name that is not well-formed text, or longer than 128 UTF-16
     * units, is pointed at by its parent: a pointer that cannot be sent, or is as large as the event, helps nobody.
     */
    FieldLocation inside(String name) {
        boolean pointable = name.length() <= LONGEST_POINTED_NAME && !TextRule.hasLoneSurrogate(name);
        String step = pointable ? "/" + name.replace("~", "~0").replace("/", "~1") : "";
        return new Inside(ErrorExcerpt.of(name), pointer + step);
    }

    private record Inside(String label, String pointer) implements FieldLocation {}
}

package dev.streakline.application.fact;

/**
 * A member of an event, by its name on the wire (section 2).
 *
 * @param label the name
 * @param pointer the JSON Pointer to the member
 */
public record Member(String label, String pointer) {

    public static final Member SPECVERSION = new Member("specversion", "/specversion");
    public static final Member ID = new Member("id", "/id");
    public static final Member SOURCE = new Member("source", "/source");
    public static final Member TYPE = new Member("type", "/type");
    public static final Member SUBJECT = new Member("subject", "/subject");
    public static final Member TIME = new Member("time", "/time");
    public static final Member DATA = new Member("data", "/data");
    public static final Member WITHDRAWN = new Member("withdrawn", "/withdrawn");

    public static final Member BITS = ofData("bits");
    public static final Member CHANNEL = ofData("channel");
    public static final Member COMPLETED = ofData("completed");
    public static final Member CREATOR = ofData("creator");
    public static final Member DATE = ofData("date");
    public static final Member EMAIL = ofData("email");
    public static final Member EPISODE = ofData("episode");
    public static final Member FROM = ofData("from");
    public static final Member GENRES = ofData("genres");
    public static final Member KIND = ofData("kind");
    public static final Member LISTED = ofData("listed");
    public static final Member NAME = ofData("name");
    public static final Member PLATFORM = ofData("platform");
    public static final Member RUNTIME_SECONDS = ofData("runtimeSeconds");
    public static final Member SCORE = ofData("score");
    public static final Member SEASON = ofData("season");
    public static final Member SECONDS = ofData("seconds");
    public static final Member SESSION = ofData("session");
    public static final Member SHOW = ofData("show");
    public static final Member SHOW_NAME = ofData("showName");
    public static final Member TITLE = ofData("title");
    public static final Member TO = ofData("to");
    public static final Member ZONE = ofData("zone");

    /** The longest name of an unknown member that a pointer repeats, in UTF-16 units. */
    private static final int LONGEST_POINTED_NAME = 128;

    /** A member of {@code data}. */
    static Member ofData(String label) {
        return new Member(label, "/data/" + label);
    }

    /** The element of this list at {@code index}, from 0. */
    Member element(int index) {
        return new Member(label + "[" + index + "]", pointer + "/" + index);
    }

    /**
     * The member called {@code name} inside this one. If the name is not well-formed text, or longer than 128 UTF-16
     * units, the pointer ends at the parent. A pointer that cannot be sent, or is as large as the event, is of no use.
     */
    Member inside(String name) {
        boolean pointable = name.length() <= LONGEST_POINTED_NAME && !TextRule.hasLoneSurrogate(name);
        String step = pointable ? "/" + name.replace("~", "~0").replace("/", "~1") : "";
        return new Member(ErrorExcerpt.of(name), pointer + step);
    }
}

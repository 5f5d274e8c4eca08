package dev.streakline.application.format;

/** Why a row of a history file is skipped. */
public enum SkipReason {
    /** Netflix gives a supplemental video type. */
    SUPPLEMENT("supplement", "trailers, recaps and other supplements"),

    /** Netflix played it without any action of the viewer, for less than two minutes (detail 158). */
    PREVIEW("preview", "previews of less than 2 minutes that started automatically"),

    /** YouTube marks it as an advertisement. */
    ADVERTISEMENT("advertisement", "advertisements"),

    /** A search, a visit, a post, a like or another activity (detail 159). */
    NOT_VIEWING("not_viewing", "activity that is not viewing, such as searches, likes and posts"),

    /** An activity in another product of Google. */
    OTHER_PRODUCT("other_product", "activity of other products"),

    /** The service itself does not know when it was watched (detail 160). */
    UNDATED("undated", "plays whose date the service does not know"),

    /** A day of a short list that the full file of the same viewer covers (detail 172). */
    COVERED("covered", "plays on days that Netflix's full file covers"),

    /** A short list that is known in another language (detail 164). */
    KNOWN_LIST("known_list", "plays of a list that is known with other titles");

    private final String code;
    private final String words;

    SkipReason(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** For programs. */
    public String code() {
        return code;
    }

    /** For people, in the plural. */
    public String words() {
        return words;
    }
}

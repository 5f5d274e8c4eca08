package dev.streakline.domain.viewing;

/** The lengths of windows. */
public enum WindowKind {
    /** An ISO week, Monday to Sunday. */
    WEEK("week"),
    /** A calendar month. */
    MONTH("month"),
    /** A calendar year. */
    YEAR("year"),
    /** All of history. */
    ALL("all");

    private final String code;

    WindowKind(String code) {
        this.code = code;
    }

    /** The name in requests and answers. */
    public String code() {
        return code;
    }
}

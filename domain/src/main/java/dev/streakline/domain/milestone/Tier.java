package dev.streakline.domain.milestone;

/** How a rung is celebrated. */
public enum Tier {
    /** The first steps. */
    BRONZE("bronze"),
    /** A habit. */
    SILVER("silver"),
    /** Devotion. */
    GOLD("gold"),
    /** The top. */
    PLATINUM("platinum");

    private final String code;

    Tier(String code) {
        this.code = code;
    }

    /** The name in answers. */
    public String code() {
        return code;
    }
}

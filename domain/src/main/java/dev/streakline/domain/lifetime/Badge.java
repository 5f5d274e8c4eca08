package dev.streakline.domain.lifetime;

/** The badges of a viewer on a channel and their thresholds (section 7). A threshold is inclusive. */
public enum Badge {
    NEWCOMER("newcomer", Category.WATCH_TIME, Unit.SESSIONS, 1),
    LOYAL_VIEWER("loyal-viewer", Category.WATCH_TIME, Unit.HOURS, 10),
    VETERAN_FAN("veteran-fan", Category.WATCH_TIME, Unit.HOURS, 50),
    IRON_FAN("iron-fan", Category.WATCH_TIME, Unit.HOURS, 100),
    LEGENDARY("legendary", Category.WATCH_TIME, Unit.HOURS, 500),

    FIRST_WORDS("first-words", Category.INTERACTION, Unit.MESSAGES, 1),
    CHATTY("chatty", Category.INTERACTION, Unit.MESSAGES, 100),
    INFLUENCER("influencer", Category.INTERACTION, Unit.MESSAGES, 500),
    SUPER_CHATTY("super-chatty", Category.INTERACTION, Unit.MESSAGES, 1_000),

    NEW_FOLLOWER("new-follower", Category.LOYALTY, Unit.TRACKING_DAYS, 1),
    LONG_TERM("long-term", Category.LOYALTY, Unit.TRACKING_DAYS, 30),
    OG_FAN("og-fan", Category.LOYALTY, Unit.TRACKING_DAYS, 90),
    DIE_HARD("die-hard", Category.LOYALTY, Unit.TRACKING_DAYS, 365),

    STREAK_7("streak-7", Category.STREAK, Unit.STREAK_DAYS, 7),
    STREAK_30("streak-30", Category.STREAK, Unit.STREAK_DAYS, 30),
    STREAK_90("streak-90", Category.STREAK, Unit.STREAK_DAYS, 90);

    private final String code;
    private final Category category;
    private final Unit unit;
    private final int threshold;

    Badge(String code, Category category, Unit unit, int threshold) {
        this.code = code;
        this.category = category;
        this.unit = unit;
        this.threshold = threshold;
    }

    /** The name in answers, such as {@code "loyal-viewer"}. */
    public String code() {
        return code;
    }

    /** What it is a badge for. */
    public Category category() {
        return category;
    }

    /** What the threshold counts. */
    public Unit unit() {
        return unit;
    }

    /** At how many units it unlocks, inclusive; at least 1. */
    public int threshold() {
        return threshold;
    }

    /** The threshold in what is counted: hours are counted in seconds. */
    long goal() {
        return (long) threshold * unit.parts;
    }

    /** Whether time alone unlocks it; all others are unlocked by the fact that crosses the threshold (detail 34). */
    boolean isUnlockedByTime() {
        return unit == Unit.TRACKING_DAYS && threshold > 1;
    }

    /** What badges are for. */
    public enum Category {
        /** Watching. */
        WATCH_TIME("watch-time"),
        /** Messages of all kinds. */
        INTERACTION("interaction"),
        /** Rewards a long time on the channel. */
        LOYALTY("loyalty"),
        /** Rewards steady activity. */
        STREAK("streak");

        private final String code;

        Category(String code) {
            this.code = code;
        }

        /** The name in answers. */
        public String code() {
            return code;
        }
    }

    /** What thresholds count. */
    public enum Unit {
        /** Watch sessions. */
        SESSIONS("sessions", 1),
        /** Counted hours: 3600 counted seconds each. */
        HOURS("hours", 3_600),
        /** Interactions of every kind (detail 32). */
        MESSAGES("messages", 1),
        /** Days from the first active day to today, both included. */
        TRACKING_DAYS("tracking-days", 1),
        /** Active days of the longest streak. */
        STREAK_DAYS("streak-days", 1);

        private final String code;
        private final int parts;

        Unit(String code, int parts) {
            this.code = code;
            this.parts = parts;
        }

        /** The name in answers. */
        public String code() {
            return code;
        }
    }
}

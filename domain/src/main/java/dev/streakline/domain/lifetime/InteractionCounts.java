package dev.streakline.domain.lifetime;

/**
 * The interactions of a viewer on a channel, by kind (detail 32).
 *
 * @param chat chat messages
 * @param subscriptions own subscriptions, not those given away
 * @param cheers cheers
 * @param gifts subscriptions given away
 * @param raids raids
 * @param bits what all cheers together were worth
 */
public record InteractionCounts(int chat, int subscriptions, int cheers, int gifts, int raids, long bits) {

    /** Not a word. */
    public static final InteractionCounts NONE = new InteractionCounts(0, 0, 0, 0, 0, 0);

    /**
     * @throws IllegalArgumentException for a negative number
     */
    public InteractionCounts {
        if (chat < 0 || subscriptions < 0 || cheers < 0 || gifts < 0 || raids < 0 || bits < 0) {
            throw new IllegalArgumentException("messages and bits must be 0 or more, but are " + chat + ", "
                    + subscriptions + ", " + cheers + ", " + gifts + ", " + raids + " and " + bits + " bits");
        }
    }

    /** All of them: badges, radar and ranks count this. */
    public int total() {
        return chat + subscriptions + cheers + gifts + raids;
    }
}

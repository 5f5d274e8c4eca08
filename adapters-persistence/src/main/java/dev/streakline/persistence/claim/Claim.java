package dev.streakline.persistence.claim;

import java.util.Map;

/**
 * A row that was claimed.
 *
 * @param key the values of its key columns, by their names
 * @param token as the claim gave it
 */
public record Claim(Map<String, ?> key, long token) {

    /** Defensive copy. */
    public Claim {
        key = Map.copyOf(key);
    }
}

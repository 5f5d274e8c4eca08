package dev.streakline.application.access;

/**
 * A new API key.
 *
 * @param secret is shown this once
 */
public record NewKeyView(KeyView key, String secret) {

    /** The view of a new key. */
    public static NewKeyView of(CreateApiKey.Created created) {
        return new NewKeyView(KeyView.of(created.key()), created.secret());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "NewKeyView[key=" + key + "]";
    }
}

package dev.streakline.application.access;

/** Generates the random parts of keys. */
@FunctionalInterface
public interface KeySecrets {

    /** A source of new key ids and secrets: each is unique and cannot be guessed. */
    NewSecret make();

    /**
     * The random part of a new key.
     *
     * @param id of the key; no secret
     * @param secret the text of the key
     */
    record NewSecret(String id, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "NewSecret[id=" + id + "]";
        }
    }
}

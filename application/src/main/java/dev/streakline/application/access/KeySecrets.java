package dev.streakline.application.access;

/** Makes what is random about a key. */
@FunctionalInterface
public interface KeySecrets {

    /** Something that was never made before, and that nobody can guess. */
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

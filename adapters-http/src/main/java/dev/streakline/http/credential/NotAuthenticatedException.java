package dev.streakline.http.credential;

/**
 * The caller of a request is not authenticated. The message is for the sender, and contains nothing of the credential.
 */
public final class NotAuthenticatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum AuthCode {
        /** There is no credential. */
        MISSING("auth.missing"),
        /** The header contains something that cannot be a credential. */
        MALFORMED("auth.malformed"),
        /** The credential is not valid, whatever the reason. */
        INVALID("auth.invalid"),
        /** The credential was valid and is no longer, because its time is over. */
        EXPIRED("auth.expired");

        private final String code;

        AuthCode(String code) {
            this.code = code;
        }

        /** The code in problem details, which stays the same from version to version. */
        public String code() {
            return code;
        }
    }

    private final AuthCode code;

    /**
     * Attempts with guessed tokens make many of these: they have neither stack trace nor cause, which might repeat a
     * token.
     */
    NotAuthenticatedException(AuthCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Why. */
    public AuthCode code() {
        return code;
    }
}

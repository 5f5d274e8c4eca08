package dev.streakline.http.credential;

/** Nobody knows who a request comes from. The message is for whoever sent it, and holds nothing of what was sent. */
public final class NotAuthenticatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum AuthCode {
        /** There is no credential. */
        MISSING("auth.missing"),
        /** There is something that cannot be a credential. */
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

    /** Whoever tries tokens makes many of these: they have neither trace nor cause, which might repeat a token. */
    NotAuthenticatedException(AuthCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Why. */
    public AuthCode code() {
        return code;
    }
}

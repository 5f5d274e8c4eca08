package dev.streakline.application.pause;

/**
 * Why a pause was neither declared nor ended; nothing was recorded.
 *
 * @param code for programs
 * @param reason for people: what is wrong, and what is allowed
 */
public record PauseRefusal(RefusalCode code, String reason) {

    /** Kinds of refusal. */
    public enum RefusalCode {
        /** Its first day is today or earlier (detail 11). */
        STARTED("pause.started"),
        /** It has more than 92 days, alone or with the pauses that it overlaps or adjoins (detail 11). */
        TOO_LONG("pause.too_long"),
        /** It ends before it begins. */
        BACKWARDS("pause.backwards"),
        /** It begins after the last date that can be stored. */
        TOO_FAR("pause.too_far"),
        /** The viewer has as many pauses as the intake rules allow, or has sent as much today. */
        LIMIT("limit.exceeded"),
        /** It has ended, and past days stay paused. */
        OVER("pause.over"),
        /** There is no active pause with that first day. */
        NOT_FOUND("pause.not_found"),
        /** The viewer is unknown. */
        UNKNOWN_VIEWER("viewer.unknown");

        private final String code;

        RefusalCode(String code) {
            this.code = code;
        }

        /** The word in answers. */
        public String code() {
            return code;
        }
    }
}

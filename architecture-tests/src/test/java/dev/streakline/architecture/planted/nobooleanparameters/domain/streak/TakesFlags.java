package dev.streakline.architecture.planted.nobooleanparameters.domain.streak;

public final class TakesFlags {
    private final int days;

    public TakesFlags(boolean breaching) {
        this.days = breaching ? 1 : 0;
    }

    public int breachFlag(int more, boolean doubled) {
        return doubled ? days + 2 * more : days + more;
    }

    public boolean breachBoxed(Boolean flag) {
        return flag;
    }

    public static int breachArray(boolean[] flags) {
        return flags.length;
    }

    static boolean properInside(boolean flag) {
        return !flag;
    }
}

package dev.streakline.application.intake;

/**
 * How much one viewer's own token may send. Days are days of arrival in UTC, and only accepted facts count; titles,
 * channels and pauses are those of the viewer's last fold.
 *
 * @param eventsPerDay accepted facts, 1 to 1,000,000,000
 * @param titles distinct titles watched, 1 to 1,000,000,000
 * @param channels distinct channels with any activity, 1 to 1,000,000,000
 * @param pauses active declarations, 1 to 1,000,000,000
 * @param zoneChangesPerDay accepted facts that name a zone, 1 to 1,000,000,000
 */
public record IntakeLimits(int eventsPerDay, int titles, int channels, int pauses, int zoneChangesPerDay) {

    /** The default limits. */
    public static final IntakeLimits DEFAULT = new IntakeLimits(20_000, 50_000, 5_000, 200, 50);

    /** The factor for what role ingest may send for each viewer. */
    private static final int OF_INGEST = 10;

    private static final int MOST = 1_000_000_000;

    /**
     * @throws IllegalArgumentException outside the bounds
     */
    public IntakeLimits {
        requireWithin("eventsPerDay", eventsPerDay);
        requireWithin("titles", titles);
        requireWithin("channels", channels);
        requireWithin("pauses", pauses);
        requireWithin("zoneChangesPerDay", zoneChangesPerDay);
    }

    private static void requireWithin(String name, int value) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(name + " must be from 1 to " + MOST + ", but is " + value);
        }
    }

    /** What role ingest may send for each viewer: ten times as much. */
    public IntakeLimits ofIngest() {
        return new IntakeLimits(
                tenTimes(eventsPerDay),
                tenTimes(titles),
                tenTimes(channels),
                tenTimes(pauses),
                tenTimes(zoneChangesPerDay));
    }

    private static int tenTimes(int value) {
        return (int) Math.min(MOST, (long) OF_INGEST * value);
    }
}

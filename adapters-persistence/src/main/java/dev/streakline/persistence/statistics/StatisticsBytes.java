package dev.streakline.persistence.statistics;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.LocalDayClock;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.milestone.Achievement;
import dev.streakline.domain.milestone.Measure;
import dev.streakline.domain.milestone.Rung;
import dev.streakline.domain.milestone.Tier;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.statistics.Totals;
import dev.streakline.domain.statistics.ViewerStatistics;
import dev.streakline.domain.streak.LatestDay;
import dev.streakline.domain.streak.StreakHistory;
import dev.streakline.persistence.rows.Bytes;
import dev.streakline.persistence.rows.CalendarBytes;
import dev.streakline.persistence.rows.Codes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Statistics as bytes: equal statistics by equal policies are equal bytes. Policies are not in them; the reader must
 * know those of the fold. A change of the form needs a new first byte and a new {@code Fold.REVISION}, so that all
 * viewers are folded again.
 */
final class StatisticsBytes {

    private static final int FORM = 1;

    private final byte[] bytes;

    /** The bytes that another {@link #bytes} gave. */
    StatisticsBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The bytes of statistics.
     *
     * @throws ArithmeticException for zones before the year -290308, as {@link ZoneTimeline#ofFixedZone} has them, except UTC
     */
    static StatisticsBytes of(ViewerStatistics statistics) {
        Bytes out = new Bytes();
        out.writeUnsigned(FORM);
        CalendarBytes.write(out, statistics.watched());
        CalendarBytes.write(out, statistics.streaks().qualified());
        CalendarBytes.write(out, statistics.streaks().paused());
        writeLatestDay(out, statistics.streaks().latest());
        writeZones(out, statistics.streaks().zones());
        writeTotals(out, statistics.totals());
        writeAchievements(out, statistics.achievements());
        for (TitleKind kind : TitleKind.values()) {
            ActivityCalendar days = statistics.daysByKind().get(kind);
            if (days != null) {
                writeText(out, kind.code());
                CalendarBytes.write(out, days);
            }
        }
        return new StatisticsBytes(out.toArray());
    }

    /** The bytes to store; do not change them. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * The statistics.
     *
     * @param policies by which they were folded
     * @throws IllegalStateException for bytes of another form
     */
    ViewerStatistics statistics(Policies policies) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int form = in.get();
        if (form != FORM) {
            throw new IllegalStateException(
                    "statistics are stored in form " + form + ", and this version reads form " + FORM);
        }
        ActivityCalendar watched = CalendarBytes.read(in);
        ActivityCalendar qualified = CalendarBytes.read(in);
        ActivityCalendar paused = CalendarBytes.read(in);
        LatestDay latest = readLatestDay(in);
        ZoneTimeline zones = readZones(in);
        Totals totals = readTotals(in);
        List<Achievement> achievements = readAchievements(in);
        Map<TitleKind, ActivityCalendar> daysByKind = new EnumMap<>(TitleKind.class);
        while (in.hasRemaining()) {
            daysByKind.put(TitleKind.ofCode(readText(in)).orElseThrow(), CalendarBytes.read(in));
        }
        StreakHistory streaks = new StreakHistory(
                policies.streaks(),
                LocalDayClock.of(zones, policies.dayStart()),
                qualified,
                watched.isEmpty() ? null : LocalDate.ofEpochDay(watched.last()),
                paused,
                latest);
        return new ViewerStatistics(watched, streaks, totals, achievements, daysByKind);
    }

    private static void writeLatestDay(Bytes out, LatestDay latest) {
        long[] rose = latest.increasedAt();
        int[] days = latest.days();
        out.writeUnsigned(rose.length);
        for (int i = 0; i < rose.length; i++) {
            out.writeSigned(rose[i]);
            out.writeSigned(days[i]);
        }
    }

    private static LatestDay readLatestDay(ByteBuffer in) {
        long[] rose = new long[Bytes.readCount(in)];
        int[] days = new int[rose.length];
        for (int i = 0; i < rose.length; i++) {
            rose[i] = Bytes.readSigned(in);
            days[i] = Math.toIntExact(Bytes.readSigned(in));
        }
        return LatestDay.of(rose, days);
    }

    /** An absent zone means {@link ZoneTimeline#UTC}, whose beginning no number of microseconds can express. */
    private static void writeZones(Bytes out, ZoneTimeline zones) {
        List<ZoneTimeline.ZoneChange> changes = zones.equals(ZoneTimeline.UTC) ? List.of() : zones.changes();
        out.writeUnsigned(changes.size());
        for (ZoneTimeline.ZoneChange change : changes) {
            out.writeSigned(EpochMicros.of(change.from()));
            writeText(out, change.zone().getId());
        }
    }

    private static ZoneTimeline readZones(ByteBuffer in) {
        List<ZoneTimeline.ZoneChange> changes = new ArrayList<>();
        for (int left = Bytes.readCount(in); left > 0; left--) {
            changes.add(
                    new ZoneTimeline.ZoneChange(EpochMicros.toInstant(Bytes.readSigned(in)), ZoneId.of(readText(in))));
        }
        return ZoneTimeline.of(changes);
    }

    private static void writeTotals(Bytes out, Totals totals) {
        out.writeUnsigned(totals.plays());
        out.writeUnsigned(totals.seconds());
        out.writeUnsigned(totals.estimatedSeconds());
        out.writeUnsigned(totals.movies());
        out.writeUnsigned(totals.shows());
        out.writeUnsigned(totals.episodes());
    }

    private static Totals readTotals(ByteBuffer in) {
        return new Totals(
                Bytes.readCount(in),
                Bytes.readUnsigned(in),
                Bytes.readUnsigned(in),
                Bytes.readCount(in),
                Bytes.readCount(in),
                Bytes.readCount(in));
    }

    private static void writeAchievements(Bytes out, List<Achievement> achievements) {
        out.writeUnsigned(achievements.size());
        for (Achievement achievement : achievements) {
            writeText(out, achievement.measure().code());
            out.writeUnsigned(achievement.rung().threshold());
            writeText(out, achievement.rung().tier().code());
            out.writeSigned(EpochMicros.of(achievement.achievedAt()));
            writeText(out, achievement.precision().code());
        }
    }

    private static List<Achievement> readAchievements(ByteBuffer in) {
        List<Achievement> achievements = new ArrayList<>();
        for (int left = Bytes.readCount(in); left > 0; left--) {
            achievements.add(new Achievement(
                    Codes.value(Measure.values(), Measure::code, readText(in)),
                    new Rung(Bytes.readCount(in), Codes.value(Tier.values(), Tier::code, readText(in))),
                    EpochMicros.toInstant(Bytes.readSigned(in)),
                    Codes.value(Precision.values(), Precision::code, readText(in))));
        }
        return achievements;
    }

    private static void writeText(Bytes out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeUnsigned(bytes.length);
        out.write(bytes, bytes.length);
    }

    private static String readText(ByteBuffer in) {
        byte[] bytes = new byte[Bytes.readCount(in)];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

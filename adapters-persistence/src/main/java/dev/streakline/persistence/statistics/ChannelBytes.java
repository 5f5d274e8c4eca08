package dev.streakline.persistence.statistics;

import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.lifetime.Badge;
import dev.streakline.domain.lifetime.BadgeUnlock;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.lifetime.InteractionCounts;
import dev.streakline.domain.lifetime.SessionStart;
import dev.streakline.domain.lifetime.WatchTime;
import dev.streakline.persistence.rows.Bytes;
import dev.streakline.persistence.rows.CalendarBytes;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of a viewer on a channel as bytes: equal statistics are equal bytes. Badges and precisions are encoded
 * as their ordinals, because there are millions of them; reordering either enum changes the form. Instants are encoded
 * as differences from the one before.
 */
public final class ChannelBytes {

    private static final int FORM = 1;
    private static final Badge[] BADGES = Badge.values();
    private static final Precision[] PRECISIONS = Precision.values();

    private final byte[] bytes;

    /** The bytes that another {@link #bytes} gave. */
    public ChannelBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes of statistics. */
    static ChannelBytes of(ChannelStatistics statistics) {
        Bytes out = new Bytes();
        out.writeUnsigned(FORM);
        WatchTime watched = statistics.watchTime();
        out.writeUnsigned(watched.sessions());
        out.writeUnsigned(watched.measuredSessions());
        out.writeUnsigned(watched.seconds());
        out.writeUnsigned(watched.estimatedSeconds());
        write(out, watched.first());
        write(out, watched.last());
        InteractionCounts messages = statistics.messages();
        out.writeUnsigned(messages.chat());
        out.writeUnsigned(messages.subscriptions());
        out.writeUnsigned(messages.cheers());
        out.writeUnsigned(messages.gifts());
        out.writeUnsigned(messages.raids());
        out.writeUnsigned(messages.bits());
        CalendarBytes.write(out, statistics.activity());
        long before = 0;
        for (BadgeUnlock unlock : statistics.unlocked()) {
            long at = EpochMicros.of(unlock.at());
            out.writeUnsigned(unlock.badge().ordinal());
            out.writeUnsigned(unlock.precision().ordinal());
            out.writeSigned(at - before);
            before = at;
        }
        return new ChannelBytes(out.toArray());
    }

    /** The bytes to store; do not change them. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * The statistics.
     *
     * @throws IllegalStateException for bytes of another form
     */
    public ChannelStatistics statistics() {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int form = in.get();
        if (form != FORM) {
            throw new IllegalStateException(
                    "statistics of channels are stored in form " + form + ", and this version reads form " + FORM);
        }
        WatchTime watched = new WatchTime(
                Bytes.readCount(in),
                Bytes.readCount(in),
                Bytes.readUnsigned(in),
                Bytes.readUnsigned(in),
                readWatched(in),
                readWatched(in));
        InteractionCounts messages = new InteractionCounts(
                Bytes.readCount(in),
                Bytes.readCount(in),
                Bytes.readCount(in),
                Bytes.readCount(in),
                Bytes.readCount(in),
                Bytes.readUnsigned(in));
        return new ChannelStatistics(watched, messages, CalendarBytes.read(in), readUnlocked(in));
    }

    /** No precision means that nothing was watched. */
    private static void write(Bytes out, @Nullable SessionStart sessionStart) {
        if (sessionStart == null) {
            out.writeUnsigned(0);
            return;
        }
        out.writeUnsigned(1L + sessionStart.precision().ordinal());
        out.writeSigned(sessionStart.day().toEpochDay());
        out.writeSigned(EpochMicros.of(sessionStart.at()));
    }

    private static @Nullable SessionStart readWatched(ByteBuffer in) {
        int precision = Bytes.readCount(in);
        return precision == 0
                ? null
                : new SessionStart(
                        LocalDate.ofEpochDay(Bytes.readSigned(in)),
                        EpochMicros.toInstant(Bytes.readSigned(in)),
                        PRECISIONS[precision - 1]);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChannelBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    private static List<BadgeUnlock> readUnlocked(ByteBuffer in) {
        List<BadgeUnlock> unlocked = new ArrayList<>();
        long at = 0;
        while (in.hasRemaining()) {
            Badge badge = BADGES[Bytes.readCount(in)];
            Precision precision = PRECISIONS[Bytes.readCount(in)];
            at += Bytes.readSigned(in);
            unlocked.add(new BadgeUnlock(badge, EpochMicros.toInstant(at), precision));
        }
        return unlocked;
    }
}

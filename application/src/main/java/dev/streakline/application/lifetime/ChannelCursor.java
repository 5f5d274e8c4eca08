package dev.streakline.application.lifetime;

import dev.streakline.domain.catalogue.NameIndex;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position among the channels of a viewer: most counted seconds first, then most messages, then most sessions, then by id in
 * code-point order.
 */
public record ChannelCursor(long seconds, int messages, int sessions, String channel)
        implements Comparable<ChannelCursor> {

    private static final Pattern TEXT = Pattern.compile("(\\d+) (\\d+) (\\d+) (.+)", Pattern.DOTALL);
    private static final Comparator<ChannelCursor> MOST_FIRST = Comparator.comparingLong(ChannelCursor::seconds)
            .thenComparingInt(ChannelCursor::messages)
            .thenComparingInt(ChannelCursor::sessions)
            .reversed()
            .thenComparing(ChannelCursor::channel, NameIndex.CODE_POINT_ORDER);

    @Override
    public int compareTo(ChannelCursor other) {
        return MOST_FIRST.compare(this, other);
    }

    /** The text that {@link #parse} reads. */
    String text() {
        return seconds + " " + messages + " " + sessions + " " + channel;
    }

    /**
     * Reads a position.
     *
     * @throws IllegalArgumentException for another text
     */
    static ChannelCursor parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a position has three numbers and a channel");
        }
        return new ChannelCursor(
                Long.parseLong(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                parts.group(4));
    }
}

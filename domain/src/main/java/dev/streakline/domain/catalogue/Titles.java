package dev.streakline.domain.catalogue;

import java.util.Arrays;
import java.util.Objects;

/**
 * What is known of the titles, in columns by their dense keys. A key that was never described is of kind
 * {@link TitleKind#UNKNOWN}; so is {@link #NONE}, the title of a session that names none. Immutable.
 */
public final class Titles {

    /** The key of a session's title when it names none. */
    public static final int NONE = -1;

    private static final TitleKind[] KINDS = TitleKind.values();
    private static final int[] NO_GENRES = {};
    private static final int[] ABSENT = {};

    private final byte[] kinds;
    private final int[] runtimes;
    private final int[] shows;
    private final int[] channels;
    private final int[][] genres;
    private final NameIndex genreNames;

    private Titles(Builder builder) {
        this.kinds = Arrays.copyOf(builder.kinds, builder.size);
        this.runtimes = Arrays.copyOf(builder.runtimes, builder.size);
        this.shows = Arrays.copyOf(builder.shows, builder.size);
        this.channels = Arrays.copyOf(builder.channels, Math.min(builder.channels.length, builder.size));
        this.genres = Arrays.copyOf(builder.genres, builder.size);
        this.genreNames = builder.genreNames;
    }

    public TitleKind kind(int title) {
        return title < 0 || title >= kinds.length ? TitleKind.UNKNOWN : KINDS[kinds[title]];
    }

    /** The runtime in seconds; 0 when unknown. */
    public int runtimeSeconds(int title) {
        return title < 0 || title >= runtimes.length ? 0 : runtimes[title];
    }

    /** The key of the show; {@link NameIndex#NONE} when it belongs to none. */
    public int show(int title) {
        return title < 0 || title >= shows.length ? NameIndex.NONE : shows[title];
    }

    /** The keys of the genres, in code-point order of their names. */
    public int[] genres(int title) {
        return title < 0 || title >= genres.length ? NO_GENRES : genres[title];
    }

    public String genreName(int genre) {
        return genreNames.nameOf(genre);
    }

    /**
     * The one counted length of a session, used by totals, breakdowns, ladders and ranks alike (details 2 and 3).
     *
     * @param seconds what the session states; negative when it states nothing
     * @return {@code seconds}, else the title's runtime, else 0
     */
    public int countedSeconds(int title, int seconds) {
        return seconds >= 0 ? seconds : runtimeSeconds(title);
    }

    /** The key of the channel that sessions of a title are on when they name none (detail 31); {@link NameIndex#NONE} for no one. */
    public int channelOf(int title) {
        return title < 0 || title >= channels.length ? NameIndex.NONE : channels[title];
    }

    /** What sort of thing a title is. */
    public TitleKind kindOf(int title) {
        return kind(title);
    }

    /** Collects titles by key, in any order. */
    public static final class Builder {

        private int size;
        private byte[] kinds = new byte[16];
        private int[] runtimes = new int[16];
        private int[] shows = new int[16];
        private int[] channels = ABSENT;
        private int[][] genres = new int[16][];
        private final NameIndex genreNames = new NameIndex();
        private final NameIndex showNames = new NameIndex();

        /** Describes a title; a later description replaces an earlier one. */
        public Builder describe(int title, TitleDetails details) {
            while (size <= title) {
                grow();
                kinds[size] = (byte) TitleKind.UNKNOWN.ordinal();
                shows[size] = NameIndex.NONE;
                if (channels != ABSENT) {
                    channels[size] = NameIndex.NONE;
                }
                genres[size] = NO_GENRES;
                size++;
            }
            kinds[title] = (byte) details.kind().ordinal();
            runtimes[title] = details.runtimeSeconds();
            shows[title] = details.show() == null ? NameIndex.NONE : showNames.keyOf(details.show());
            if (channels != ABSENT) {
                channels[title] = NameIndex.NONE;
            }
            genres[title] =
                    details.genres().stream().mapToInt(genreNames::keyOf).toArray();
            return this;
        }

        /**
         * Sets the channel of a title described before, until the title is described again.
         *
         * @param channel its key, of the same numbers as the channels of facts
         */
        public Builder onChannel(int title, int channel) {
            Objects.checkIndex(title, size);
            if (channels == ABSENT) {
                channels = new int[kinds.length];
                Arrays.fill(channels, NameIndex.NONE);
            }
            channels[title] = channel;
            return this;
        }

        private void grow() {
            if (size == kinds.length) {
                kinds = Arrays.copyOf(kinds, 2 * size);
                runtimes = Arrays.copyOf(runtimes, 2 * size);
                shows = Arrays.copyOf(shows, 2 * size);
                channels = channels == ABSENT ? channels : Arrays.copyOf(channels, 2 * size);
                genres = Arrays.copyOf(genres, 2 * size);
            }
        }

        /** The titles described so far; the builder can be used further. */
        public Titles build() {
            return new Titles(this);
        }
    }
}

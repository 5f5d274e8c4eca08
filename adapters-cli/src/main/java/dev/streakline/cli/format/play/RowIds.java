package dev.streakline.cli.format.play;

import dev.streakline.application.fact.Sha256;
import java.util.HexFormat;

/**
 * Ids made from values that a later download of a file does not change: reading a row again gives the same id, and rows
 * that agree in all of it stay distinct by their ordinal. Example: {@code 20240110T200000Z},
 * {@code 20240110T200000Z#2}.
 */
public final class RowIds {
    private static final int DIGEST_BYTES = 16;

    private final Tally seen = new Tally();

    /** The id of the next row that is identified by this text. */
    public String next(String base) {
        return next("", base);
    }

    /** The id of the next row that is identified by this text among the rows of that viewer. */
    public String next(String viewer, String base) {
        int ordinal = seen.add(viewer + "\n" + base);
        return ordinal == 1 ? base : base + "#" + ordinal;
    }

    /** 32 hex digits: the first half of the SHA-256 of the text in UTF-8. */
    public static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, DIGEST_BYTES);
    }
}

package dev.streakline.cli.format.item;

import java.util.regex.Pattern;

/** White space of every kind, also the kinds that do not break, which differ from download to download. */
public final class WhiteSpace {
    private static final Pattern RUN = Pattern.compile("[\\p{Zs}\\s]+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private WhiteSpace() {}

    /** The text with every run of white space as one space. */
    public static String single(String text) {
        return RUN.matcher(text).replaceAll(" ");
    }

    /** The same without invisible formatting characters and without spaces at its ends. */
    public static String singleVisible(String text) {
        return single(INVISIBLE.matcher(text).replaceAll("")).strip();
    }
}

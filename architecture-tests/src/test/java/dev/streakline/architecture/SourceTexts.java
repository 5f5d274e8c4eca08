package dev.streakline.architecture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The prose of a Java source: its comments and string literals. */
final class SourceTexts {

    /** What may begin here: a comment, a text block, a string or a character; whatever else there is, is code. */
    private static final Pattern BEGINNING = Pattern.compile("//|/\\*|\"\"\"|\"|'");

    private SourceTexts() {}

    /** The source with all code blanked, so that lines keep their numbers. */
    static String of(String source) {
        StringBuilder texts = new StringBuilder(source.replaceAll("[^\n]", " "));
        Matcher beginning = BEGINNING.matcher(source);
        int at = 0;
        while (beginning.find(at)) {
            String mark = beginning.group();
            int from = beginning.end();
            int end = end(source, from, mark);
            if (!mark.equals("'")) {
                texts.replace(from, end, source.substring(from, end));
            }
            at = Math.min(source.length(), end + (mark.equals("//") ? 0 : mark.equals("/*") ? 2 : mark.length()));
        }
        return texts.toString();
    }

    /** Where the content ends that begins at {@code from} after that mark. */
    private static int end(String source, int from, String mark) {
        boolean isComment = mark.startsWith("/");
        String close = mark.equals("//") ? "\n" : mark.equals("/*") ? "*/" : mark;
        int at = from;
        while (at < source.length() && !source.startsWith(close, at)) {
            at += source.charAt(at) == '\\' && !isComment ? 2 : 1;
        }
        return Math.min(at, source.length());
    }
}

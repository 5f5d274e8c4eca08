package dev.streakline.cli;

/** Text from outside on a terminal. */
final class Terminal {

    private Terminal() {}

    /** The text with every control and formatting character replaced, so that no file can steer a terminal. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? 0xFFFD : point)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}

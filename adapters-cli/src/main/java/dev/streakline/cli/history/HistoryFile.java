package dev.streakline.cli.history;

import dev.streakline.cli.history.HistoryFailure.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file of watch history, or standard input: opened, unpacked, recognised by its content, and read once.
 *
 * <p>Example: {@code HistoryFile.named("ViewingActivity.csv", System.in).read(Previews.SKIP, items::add)} tells every
 * row of the file as an item and answers {@link Ending#WHOLE}. Names of files mean nothing: gzip is known by its first
 * two bytes, the format by the first line that is not blank. A file without such a line is a history without items.
 */
public final class HistoryFile {
    /** The argument that stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final List<HistoryFormat> FORMATS = List.of(new EventLines(), new NetflixViewingActivity());

    /** How many characters of an unknown file its error shows. */
    private static final int SHOWN = 60;

    /** How the reading of a file ended. */
    public enum Ending {
        /** Everything in the file was told. */
        WHOLE,
        /** The file broke (a truncated or corrupt gzip, a device error): what stood before was told. */
        CUT_SHORT
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private final String name;
    private final Opening opening;

    private HistoryFile(String name, Opening opening) {
        this.name = name;
        this.opening = opening;
    }

    /**
     * The history that an argument of the command line names.
     *
     * @param argument a path, or {@value #STANDARD_INPUT}
     * @param standardInput read and closed only when the argument asks for it
     * @return not opened yet
     * @throws HistoryFailure when no file can have this name
     */
    public static HistoryFile named(String argument, InputStream standardInput) {
        if (argument.equals(STANDARD_INPUT)) {
            return new HistoryFile("standard input", () -> standardInput);
        }
        try {
            return at(Path.of(argument));
        } catch (InvalidPathException impossible) {
            throw new HistoryFailure(
                    Problem.NOT_FOUND,
                    escaped(argument) + " cannot be the name of a file: " + impossible.getReason(),
                    "Check the path.");
        }
    }

    /**
     * The history in a file.
     *
     * @param path of the file
     * @return not opened yet
     */
    public static HistoryFile at(Path path) {
        return new HistoryFile(path.toString(), () -> {
            if (Files.isDirectory(path)) {
                throw new IOException("it is a directory");
            }
            return Files.newInputStream(path);
        });
    }

    /**
     * What people call this file.
     *
     * @return the path as given, or "standard input"
     */
    public String name() {
        return name;
    }

    /**
     * Reads the file from its beginning to its end; of standard input only the first time reads anything.
     *
     * @param previews whether rows that are not viewing count
     * @param items told every item in the order of the file, on this thread; what it throws ends the reading
     * @return whether the end was reached; {@link Ending#CUT_SHORT} comes with a last {@link HistoryItem.Bad}
     * @throws HistoryFailure when the file is not there, cannot be opened, or is in no known format
     */
    public Ending read(Previews previews, Consumer<HistoryItem> items) {
        try (InputStream content = unpacked(opening.open())) {
            LineSource lines = new LineSource(content);
            RawLine first = firstNonBlank(lines);
            if (first != null) {
                HistoryFormat format = formatOf(first);
                lines.giveBack(List.of(first));
                format.read(lines, previews, items);
            }
            lines.damage()
                    .ifPresent(damage ->
                            items.accept(new HistoryItem.Bad(damage.rest(), "file.cut_short", "", damage.reason())));
            return lines.damage().isPresent() ? Ending.CUT_SHORT : Ending.WHOLE;
        } catch (NoSuchFileException missing) {
            throw new HistoryFailure(
                    Problem.NOT_FOUND,
                    "there is no file " + escaped(name),
                    "Check the path, or use - for standard input.");
        } catch (AccessDeniedException denied) {
            throw new HistoryFailure(
                    Problem.UNREADABLE, escaped(name) + " may not be read by this user", "Check its permissions.");
        } catch (IOException failed) {
            throw new HistoryFailure(
                    Problem.UNREADABLE,
                    escaped(name) + " cannot be read: " + failed.getMessage(),
                    "Name a readable file, or use - for standard input.");
        }
    }

    private static InputStream unpacked(InputStream packed) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(packed, 2);
        byte[] magic = peeked.readNBytes(2);
        peeked.unread(magic);
        return magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b ? new GunzippedStream(peeked) : peeked;
    }

    private static @Nullable RawLine firstNonBlank(LineSource lines) {
        RawLine line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        return line;
    }

    private HistoryFormat formatOf(RawLine first) {
        byte[] bytes = first.bytes();
        if (isUtf16(bytes)) {
            throw unknown(first, "it is UTF-16 text", "Save it as UTF-8 and try again.");
        }
        if (startsWith(bytes, "PK\u0003\u0004")) {
            throw unknown(
                    first, "it is a zip archive", "Unpack it and name the file inside (Netflix: ViewingActivity.csv).");
        }
        return FORMATS.stream()
                .filter(format -> format.begins(first))
                .findFirst()
                .orElseThrow(() -> unknown(
                        first,
                        "it is in no known format",
                        FORMATS.stream()
                                .map(HistoryFormat::name)
                                .collect(Collectors.joining("; ", "Known are: ", "."))));
    }

    private HistoryFailure unknown(RawLine first, String what, String advice) {
        String text = new String(first.bytes(), StandardCharsets.UTF_8);
        String beginning = text.codePointCount(0, text.length()) > SHOWN
                ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…"
                : text;
        return new HistoryFailure(
                Problem.UNKNOWN_FORMAT,
                escaped(name) + " cannot be read: " + what + "; line " + first.number() + " begins with \""
                        + escaped(beginning) + "\"",
                advice);
    }

    /** A byte order mark of UTF-16, or a NUL beside the first character, which no text in UTF-8 has. */
    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == 0) != (bytes[1] == 0));
    }

    private static boolean startsWith(byte[] bytes, String beginning) {
        return new String(bytes, StandardCharsets.ISO_8859_1).startsWith(beginning);
    }

    /** Control characters as {@code \\u0000}, so that no file speaks to a terminal. */
    static String escaped(String text) {
        return text.codePoints()
                .mapToObj(each -> Character.isISOControl(each)
                        ? String.format(Locale.ROOT, "\\u%04x", each)
                        : Character.toString(each))
                .collect(Collectors.joining());
    }
}

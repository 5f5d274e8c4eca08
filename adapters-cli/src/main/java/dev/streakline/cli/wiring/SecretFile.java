package dev.streakline.cli.wiring;

import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.http.credential.TokenSecret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Consumer;

/** The secret of tokens in the data folder: a text in a file that only its owner may read. */
final class SecretFile {

    private static final int RANDOM_BYTES = 32;
    /** A longer text is something else. */
    private static final int MOST_BYTES = 4_096;

    private SecretFile() {}

    /**
     * The secret of a folder, made where there is none; of several processes that make it at once all get the same.
     *
     * @param notices receives a line when it was made
     * @throws CommandFailedException when it can neither be read nor made, or is too short
     */
    static TokenSecret in(Path folder, Consumer<String> notices) {
        Path file = folder.resolve("secret");
        try {
            if (!Files.exists(file) && isMade(folder, file)) {
                notices.accept("created a secret for tokens, readable only by its owner: " + file);
            }
            return new TokenSecret(text(file));
        } catch (IOException | UnsupportedOperationException failed) {
            throw new CommandFailedException(
                    ExitCode.CONFIGURATION,
                    "cannot read or create the secret for tokens in " + file + ": " + failed + ". Make " + folder
                            + " writable for this user, or set " + TokenSettings.SECRET + ".");
        } catch (IllegalArgumentException tooShort) {
            throw new CommandFailedException(
                    ExitCode.CONFIGURATION,
                    file + " is invalid: " + tooShort.getMessage() + ". Write a longer one, or delete the file.");
        }
    }

    /**
     * It is written to a temporary file and then linked, which never replaces what another process has linked
     * meanwhile.
     */
    private static boolean isMade(Path folder, Path file) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        // By itself such a file is readable for its owner alone.
        Path beside = Files.createTempFile(folder, "secret-", ".new");
        try {
            write(beside);
            Files.createLink(file, beside);
            return true;
        } catch (FileAlreadyExistsException made) {
            return false;
        } finally {
            Files.delete(beside);
        }
    }

    private static void write(Path file) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        ByteBuffer text =
                ByteBuffer.wrap(Base64.getUrlEncoder().withoutPadding().encode(random));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
    }

    /** Without the end of the line that an editor leaves. */
    private static String text(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
        }
    }
}

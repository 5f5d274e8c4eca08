package dev.streakline.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output that detects when it accepts nothing more, even through a {@code PrintStream}. */
public final class StandardOutput extends OutputStream {
    private final OutputStream out;

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    /** The stream of a file descriptor, which is never closed. */
    public static StandardOutput of(FileDescriptor descriptor) {
        return new StandardOutput(new FileOutputStream(descriptor));
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        try {
            out.write(bytes, from, count);
        } catch (IOException closed) {
            throw new OutputClosedException(closed);
        }
    }
}

package dev.streakline.cli.format.packed;

import java.io.FilterInputStream;
import java.io.InputStream;

/** A stream that its owner closes. */
public final class UnclosedStream extends FilterInputStream {
    public UnclosedStream(InputStream in) {
        super(in);
    }

    @Override
    public void close() {}
}

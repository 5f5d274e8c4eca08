package dev.streakline.cli.format;

import java.io.FilterInputStream;
import java.io.InputStream;

/** A stream that somebody else closes. */
final class UnclosedStream extends FilterInputStream {
    UnclosedStream(InputStream in) {
        super(in);
    }

    @Override
    public void close() {}
}

package dev.streakline.cli.history;

import java.io.IOException;

/** A gzip stream that is cut off or corrupt: what was read from it before is right, the rest is not there. */
final class GzipDamaged extends IOException {
    private static final long serialVersionUID = 1L;

    GzipDamaged(String message) {
        super(message);
    }
}

package dev.streakline.persistence.embedded;

import java.io.IOException;

/** Work on files, locks and processes. */
@FunctionalInterface
interface Work<S, T> {
    T on(S subject) throws IOException, InterruptedException;

    /**
     * Does work that an interrupt must not cut short; if the thread is interrupted before or meanwhile, it still is
     * afterwards.
     */
    static <S, T> T uninterrupted(S subject, Work<S, T> work) throws IOException, InterruptedException {
        boolean interrupted = Thread.interrupted();
        try {
            return work.on(subject);
        } catch (InterruptedException again) {
            interrupted = true;
            throw again;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

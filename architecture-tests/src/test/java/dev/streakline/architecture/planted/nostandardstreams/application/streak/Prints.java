package dev.streakline.architecture.planted.nostandardstreams.application.streak;

import java.io.IOException;

final class Prints {
    void breachOut() {
        System.out.println("3 days");
    }

    void breachErr() {
        System.err.println("3 days");
    }

    int breachIn() throws IOException {
        return System.in.read();
    }

    void breachTrace(IOException failure) {
        failure.printStackTrace();
    }
}

package dev.streakline.application.work;

import java.util.regex.Pattern;

/**
 * One kind of work that a worker repeats, on a thread of its own.
 *
 * @param name unique in a worker: lower-case letters, digits and hyphens, beginning with a letter. Notices begin with
 *     it, and its thread is named after it
 * @param pace how long it pauses between rounds
 * @param step what it does in a round
 */
public record Job(String name, JobPace pace, Step step) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    /** Checks the name. */
    public Job {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a job's name must match " + NAME + ", but is \"" + name + "\"");
        }
    }

    /** Its name at the beginning of a sentence. */
    String title() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}

package dev.streakline.application.intake;

import java.util.Set;

/**
 * Which sources role ingest or the command line has used. Viewers send nothing under those, so that nobody withdraws or
 * forestalls the facts of a platform. Safe for several threads at once.
 */
public interface FactSources {

    /** Remembers for ever that role ingest or the command line has used these sources. */
    void claim(Set<String> sources);

    /** Those of these sources that were claimed. */
    Set<String> claimed(Set<String> sources);
}

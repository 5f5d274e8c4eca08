package dev.streakline.application.intake;

import java.util.Set;

/**
 * The sources that role ingest or the command line has used. Viewers must not use them, so that no viewer can withdraw
 * or pre-empt a platform's facts. Safe for use by several threads.
 */
public interface FactSources {

    /** Remembers for ever that role ingest or the command line has used these sources. */
    void claim(Set<String> sources);

    /** Those of these sources that are used. */
    Set<String> claimed(Set<String> sources);
}

package dev.streakline.application.ranking;

/** Who is ranked with whom (section 8). */
public sealed interface Population {

    /** Everybody, by all that they watched and said, also outside of any channel (detail 89). */
    Population DEPLOYMENT = new Deployment();

    /** The viewers of a channel, by what they watched and said there. */
    record Channel(String id) implements Population {}

    /** Everybody; {@link #DEPLOYMENT}. */
    record Deployment() implements Population {}
}

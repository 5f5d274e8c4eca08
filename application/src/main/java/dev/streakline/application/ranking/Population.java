package dev.streakline.application.ranking;

/** Who is ranked with whom (section 8). */
public sealed interface Population {

    /** Everybody, by all that they watched and said, also outside of any channel (detail 89). */
    Population DEPLOYMENT = new OfDeployment();

    /** The viewers of a channel, by what they watched and said there. */
    record OfChannel(String id) implements Population {}

    /** Everybody; {@link #DEPLOYMENT}. */
    record OfDeployment() implements Population {}
}

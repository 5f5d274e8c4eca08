package dev.streakline.application.ranking;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The viewers that are ranked with each other (section 8). */
public sealed interface Population {

    /** All viewers, by everything they watched and all their messages, also outside of any channel (detail 89). */
    Population DEPLOYMENT = new OfDeployment();

    /** The result of the case that applies: a channel's viewers by its id, or all viewers. */
    <R extends @Nullable Object> R match(
            Function<? super String, ? extends R> channel, Supplier<? extends R> deployment);

    /** The viewers of a channel, by what they watched and the messages they left there. */
    record OfChannel(String id) implements Population {

        @Override
        public <R extends @Nullable Object> R match(
                Function<? super String, ? extends R> channel, Supplier<? extends R> deployment) {
            return channel.apply(id);
        }
    }

    /** All viewers; {@link #DEPLOYMENT}. */
    record OfDeployment() implements Population {

        @Override
        public <R extends @Nullable Object> R match(
                Function<? super String, ? extends R> channel, Supplier<? extends R> deployment) {
            return deployment.get();
        }
    }
}

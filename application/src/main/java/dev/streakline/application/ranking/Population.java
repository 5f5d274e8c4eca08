package dev.streakline.application.ranking;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who is ranked with whom (section 8). */
public sealed interface Population {

    /** Everybody, by all that they watched and said, also outside of any channel (detail 89). */
    Population DEPLOYMENT = new OfDeployment();

    /** The result of the case that applies: of a channel's viewers by its id, or of everybody. */
    <R extends @Nullable Object> R match(
            Function<? super String, ? extends R> channel, Supplier<? extends R> deployment);

    /** The viewers of a channel, by what they watched and said there. */
    record OfChannel(String id) implements Population {

        @Override
        public <R extends @Nullable Object> R match(
                Function<? super String, ? extends R> channel, Supplier<? extends R> deployment) {
            return channel.apply(id);
        }
    }

    /** Everybody; {@link #DEPLOYMENT}. */
    record OfDeployment() implements Population {

        @Override
        public <R extends @Nullable Object> R match(
                Function<? super String, ? extends R> channel, Supplier<? extends R> deployment) {
            return deployment.get();
        }
    }
}

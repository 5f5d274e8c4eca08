package dev.streakline.application.ranking;

import dev.streakline.domain.ranking.Standing;
import java.util.function.Function;

/** A viewer's rank in a population by one metric, or the reason why there is none (section 8, detail 40). */
public sealed interface ViewerRank {

    /** The result of the case that applies. */
    <R> R match(Function<? super Ranked, ? extends R> ranked, Function<? super Unranked, ? extends R> unranked);

    /**
     * A rank.
     *
     * @param value the viewer's, as the ranking knew it; above 0
     * @param standing of that value
     */
    record Ranked(long value, Standing standing) implements ViewerRank {

        @Override
        public <R> R match(
                Function<? super Ranked, ? extends R> ranked, Function<? super Unranked, ? extends R> unranked) {
            return ranked.apply(this);
        }
    }

    /** Why a viewer has no rank. */
    enum Unranked implements ViewerRank {
        /** The viewer's value is 0. */
        NO_VALUE("no_value"),
        /** The viewer has chosen not to be ranked. */
        OPTED_OUT("opted_out"),
        /** The viewer, or the whole population, was not ranked since there was something to rank. */
        NOT_RANKED_YET("not_ranked_yet"),
        /** Rankings of the past are not stored. */
        PAST("past");

        private final String code;

        Unranked(String code) {
            this.code = code;
        }

        /** The name in answers. */
        public String code() {
            return code;
        }

        @Override
        public <R> R match(
                Function<? super Ranked, ? extends R> ranked, Function<? super Unranked, ? extends R> unranked) {
            return unranked.apply(this);
        }
    }
}

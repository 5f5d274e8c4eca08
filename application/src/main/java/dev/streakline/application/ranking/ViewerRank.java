package dev.streakline.application.ranking;

import dev.streakline.domain.ranking.Standing;

/** Where a viewer stands in a population by one metric, or why he does not (section 8, detail 40). */
public sealed interface ViewerRank {

    /**
     * Where he stands.
     *
     * @param value his, as the ranking knew it; above 0
     * @param standing of that value
     */
    record Ranked(long value, Standing standing) implements ViewerRank {}

    /** Why he does not stand anywhere. */
    enum Unranked implements ViewerRank {
        /** His value is 0. */
        NO_VALUE("no_value"),
        /** He has chosen not to be ranked. */
        OPTED_OUT("opted_out"),
        /** He, or the whole population, has not been ranked since there was something to rank. */
        NOT_RANKED_YET("not_ranked_yet"),
        /** Rankings are not kept of the past. */
        PAST("past");

        private final String code;

        Unranked(String code) {
            this.code = code;
        }

        /** The name in answers. */
        public String code() {
            return code;
        }
    }
}

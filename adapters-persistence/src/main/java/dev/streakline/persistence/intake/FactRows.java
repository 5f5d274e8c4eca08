package dev.streakline.persistence.intake;

import dev.streakline.application.fact.ChannelFact;
import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.InteractionFact;
import dev.streakline.application.fact.Moment;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.PauseFact;
import dev.streakline.application.fact.RankingChoiceFact;
import dev.streakline.application.fact.RatingFact;
import dev.streakline.application.fact.TitleFact;
import dev.streakline.application.fact.ViewerFact;
import dev.streakline.application.fact.WatchFact;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.persistence.name.Digest;
import dev.streakline.persistence.name.Dimension;
import dev.streakline.persistence.name.Keys;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Facts about viewers as rows. */
final class FactRows implements Fact.Cases<FactRow> {

    private final Keys keys;
    private final ParseResult.Parsed parsed;

    private FactRows(Keys keys, ParseResult.Parsed parsed) {
        this.keys = keys;
        this.parsed = parsed;
    }

    /** The row of a fact about a viewer. */
    static FactRow of(ParseResult.Parsed parsed, Keys keys) {
        return parsed.fact().match(new FactRows(keys, parsed));
    }

    /** The values that only some types have; absent unless said. */
    private static final class Draft {
        private @Nullable Integer day;
        private @Nullable Long titleKey;
        private @Nullable Long channelKey;
        private @Nullable Integer seconds;
        private @Nullable Integer rangeFirst;
        private @Nullable Integer rangeLast;
        private @Nullable Boolean completed;
        private @Nullable Long platformKey;
        private @Nullable String session;
        private @Nullable String kind;
        private @Nullable Long bits;
        private @Nullable Integer score;
        private @Nullable Boolean listed;
        private @Nullable Integer firstDay;
        private @Nullable Integer lastDay;
        private @Nullable String zone;
        private @Nullable String displayName;
        private @Nullable String email;
    }

    private FactRow row(int type, Draft draft) {
        Fact fact = parsed.fact();
        Long at = fact.moment().<@Nullable Long>match(EpochMicros::of, on -> null);
        return new FactRow(
                keys.factKey(fact.id()),
                Digest.content(parsed.digest()),
                type,
                at,
                draft.day,
                draft.titleKey,
                draft.channelKey,
                draft.seconds,
                draft.rangeFirst,
                draft.rangeLast,
                draft.completed,
                draft.platformKey,
                draft.session,
                draft.kind,
                draft.bits,
                draft.score,
                draft.listed,
                draft.firstDay,
                draft.lastDay,
                draft.zone,
                draft.displayName,
                draft.email,
                keys.of(Dimension.SOURCE, fact.id().source()),
                fact.id().id());
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    @Override
    public FactRow watch(WatchFact fact) {
        Draft draft = new Draft();
        if (fact.moment() instanceof Moment.OnDate on) {
            draft.day = day(on.date());
        }
        draft.titleKey = keys.ofOptional(Dimension.TITLE, fact.title());
        draft.channelKey = keys.ofOptional(Dimension.CHANNEL, fact.channel());
        draft.seconds = fact.seconds();
        if (fact.range() != null) {
            draft.rangeFirst = Math.toIntExact(fact.range().from());
            draft.rangeLast = Math.toIntExact(fact.range().to() - 1);
        }
        draft.completed = fact.completed();
        draft.platformKey = keys.ofOptional(Dimension.PLATFORM, fact.platform());
        draft.session = fact.session();
        return row(FactRow.WATCH, draft);
    }

    @Override
    public FactRow interaction(InteractionFact fact) {
        Draft draft = new Draft();
        draft.channelKey = keys.of(Dimension.CHANNEL, fact.channel());
        draft.kind = fact.kind().code();
        draft.bits = fact.bits();
        return row(FactRow.INTERACTION, draft);
    }

    @Override
    public FactRow pause(PauseFact fact) {
        Draft draft = new Draft();
        draft.firstDay = day(fact.from());
        draft.lastDay = day(fact.to());
        return row(FactRow.PAUSE, draft);
    }

    @Override
    public FactRow rankingChoice(RankingChoiceFact fact) {
        Draft draft = new Draft();
        draft.listed = fact.listed();
        return row(FactRow.RANKING_CHOICE, draft);
    }

    @Override
    public FactRow rating(RatingFact fact) {
        Draft draft = new Draft();
        draft.titleKey = keys.of(Dimension.TITLE, fact.title());
        draft.score = fact.score();
        return row(FactRow.RATING, draft);
    }

    @Override
    public FactRow viewer(ViewerFact fact) {
        Draft draft = new Draft();
        draft.zone = fact.zone() == null ? null : fact.zone().getId();
        draft.displayName = fact.name();
        draft.email = fact.email();
        return row(FactRow.VIEWER, draft);
    }

    @Override
    public FactRow title(TitleFact fact) {
        throw new IllegalArgumentException("a fact about a title has a table of its own: " + fact.id());
    }

    @Override
    public FactRow channel(ChannelFact fact) {
        throw new IllegalArgumentException("a fact about a channel has a table of its own: " + fact.id());
    }
}

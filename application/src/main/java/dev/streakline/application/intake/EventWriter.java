package dev.streakline.application.intake;

import dev.streakline.application.fact.ChannelFact;
import dev.streakline.application.fact.ContentDigest;
import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.InteractionFact;
import dev.streakline.application.fact.Member;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.PauseFact;
import dev.streakline.application.fact.RankingChoiceFact;
import dev.streakline.application.fact.RatingFact;
import dev.streakline.application.fact.TitleFact;
import dev.streakline.application.fact.ViewerFact;
import dev.streakline.application.fact.WatchFact;
import dev.streakline.domain.lifetime.InteractionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts as CloudEvents that {@link EventReader} reads as the same facts: trees of maps, lists, texts, numbers and
 * booleans. Members that a fact does not have are left out.
 */
public final class EventWriter implements Fact.Cases<Map<String, Object>> {

    private static final EventWriter LEAST = new EventWriter(false);
    private static final EventWriter WHOLE = new EventWriter(true);

    /** Whether 0 bits and an empty list of genres are written, which say no more than to leave them out does. */
    private final boolean isNothingWritten;

    private EventWriter(boolean isNothingWritten) {
        this.isNothingWritten = isNothingWritten;
    }

    /** The shortest event of a fact: without {@code bits: 0} and {@code genres: []}. */
    public static Map<String, Object> event(Fact fact) {
        return event(fact, fact.match(LEAST));
    }

    /**
     * The event with the content that was sent, so that it is a duplicate where it came from (details 57): with
     * {@code bits: 0} and {@code genres: []} where the digest says that these were sent.
     */
    public static Map<String, Object> event(ParseResult.Parsed parsed) {
        Fact fact = parsed.fact();
        Map<String, Object> least = fact.match(LEAST);
        Map<String, Object> whole = fact.match(WHOLE);
        boolean isLeast = whole.size() == least.size()
                || ContentDigest.of(fact.type(), fact.moment().<@Nullable Instant>match(at -> at, on -> null), least)
                        .equals(parsed.digest());
        return event(fact, isLeast ? least : whole);
    }

    /** As {@link #event(ParseResult.Parsed)}, of a fact that was withdrawn. */
    public static Map<String, Object> withdrawnEvent(ParseResult.Parsed parsed) {
        Map<String, Object> event = event(parsed);
        event.put(Member.WITHDRAWN.label(), true);
        return event;
    }

    private static Map<String, Object> event(Fact fact, Map<String, Object> data) {
        Tree event = new Tree();
        event.put(Member.SPECVERSION, "1.0");
        event.put(Member.TYPE, fact.type().code());
        event.put(Member.SOURCE, fact.id().source());
        event.put(Member.ID, fact.id().id());
        event.put(Member.SUBJECT, fact.id().subject());
        event.put(Member.TIME, fact.moment().<@Nullable String>match(Instant::toString, on -> null));
        event.put(Member.DATA, data);
        return event.members;
    }

    /** Members in their order; absent ones are left out. */
    private static final class Tree {

        private final Map<String, Object> members = new LinkedHashMap<>();

        private void put(Member member, @Nullable Object value) {
            if (value != null) {
                members.put(member.label(), value);
            }
        }
    }

    @Override
    public Map<String, Object> watch(WatchFact fact) {
        Tree data = new Tree();
        data.put(Member.DATE, fact.moment().<@Nullable String>match(at -> null, LocalDate::toString));
        data.put(Member.TITLE, fact.title());
        data.put(Member.CHANNEL, fact.channel());
        data.put(Member.SESSION, fact.session());
        data.put(Member.SECONDS, fact.seconds());
        data.put(Member.FROM, fact.range() == null ? null : fact.range().from());
        data.put(Member.TO, fact.range() == null ? null : fact.range().to());
        data.put(Member.COMPLETED, fact.completed());
        data.put(Member.PLATFORM, fact.platform());
        return data.members;
    }

    @Override
    public Map<String, Object> title(TitleFact fact) {
        Tree data = new Tree();
        data.put(Member.KIND, fact.kind().code());
        data.put(Member.NAME, fact.name());
        data.put(Member.SHOW, fact.show());
        data.put(Member.SHOW_NAME, fact.showName());
        data.put(Member.SEASON, fact.season());
        data.put(Member.EPISODE, fact.episode());
        data.put(Member.GENRES, fact.genres().isEmpty() && !isNothingWritten ? null : List.copyOf(fact.genres()));
        data.put(Member.RUNTIME_SECONDS, fact.runtimeSeconds());
        data.put(Member.CHANNEL, fact.channel());
        return data.members;
    }

    @Override
    public Map<String, Object> interaction(InteractionFact fact) {
        boolean isZeroWritten = isNothingWritten && fact.kind() == InteractionKind.CHEER;
        Tree data = new Tree();
        data.put(Member.CHANNEL, fact.channel());
        data.put(Member.KIND, fact.kind().code());
        data.put(Member.BITS, fact.bits() == 0 && !isZeroWritten ? null : fact.bits());
        return data.members;
    }

    @Override
    public Map<String, Object> pause(PauseFact fact) {
        Tree data = new Tree();
        data.put(Member.FROM, fact.from().toString());
        data.put(Member.TO, fact.to().toString());
        return data.members;
    }

    @Override
    public Map<String, Object> rankingChoice(RankingChoiceFact fact) {
        Tree data = new Tree();
        data.put(Member.LISTED, fact.listed());
        return data.members;
    }

    @Override
    public Map<String, Object> channel(ChannelFact fact) {
        Tree data = new Tree();
        data.put(Member.NAME, fact.name());
        data.put(Member.CREATOR, fact.creator());
        return data.members;
    }

    @Override
    public Map<String, Object> rating(RatingFact fact) {
        Tree data = new Tree();
        data.put(Member.TITLE, fact.title());
        data.put(Member.SCORE, fact.score());
        return data.members;
    }

    @Override
    public Map<String, Object> viewer(ViewerFact fact) {
        Tree data = new Tree();
        data.put(Member.ZONE, fact.zone() == null ? null : fact.zone().getId());
        data.put(Member.NAME, fact.name());
        data.put(Member.EMAIL, fact.email());
        return data.members;
    }
}

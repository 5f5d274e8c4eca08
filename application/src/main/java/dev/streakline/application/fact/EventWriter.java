package dev.streakline.application.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts as CloudEvents that {@link EventReader} reads as the same facts. Members that a fact does not have are left
 * out; an interaction without bits and a title without genres are facts that do not have them.
 */
public final class EventWriter implements Fact.Cases<Map<String, Object>> {

    private static final EventWriter DATA = new EventWriter();

    private EventWriter() {}

    /** The event as a tree of maps, lists, texts, numbers and booleans. */
    public static Map<String, Object> event(Fact fact) {
        Tree event = new Tree();
        event.put(Member.SPECVERSION, "1.0");
        event.put(Member.TYPE, fact.type().code());
        event.put(Member.SOURCE, fact.id().source());
        event.put(Member.ID, fact.id().id());
        event.put(Member.SUBJECT, fact.id().subject());
        event.put(Member.TIME, fact.moment().<@Nullable String>match(Instant::toString, on -> null));
        event.put(Member.DATA, fact.match(DATA));
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
        data.put(Member.GENRES, fact.genres().isEmpty() ? null : List.copyOf(fact.genres()));
        data.put(Member.RUNTIME_SECONDS, fact.runtimeSeconds());
        data.put(Member.CHANNEL, fact.channel());
        return data.members;
    }

    @Override
    public Map<String, Object> interaction(InteractionFact fact) {
        Tree data = new Tree();
        data.put(Member.CHANNEL, fact.channel());
        data.put(Member.KIND, fact.kind().code());
        data.put(Member.BITS, fact.bits() == 0 ? null : fact.bits());
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
        data.put(Member.ZONE, fact.zone().getId());
        data.put(Member.NAME, fact.name());
        data.put(Member.EMAIL, fact.email());
        return data.members;
    }
}

package dev.streakline.application.intake;

import static org.assertj.core.api.Assertions.fail;

import dev.streakline.application.fact.ContentDigest;
import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.TitleFact;
import dev.streakline.application.fact.WatchFact;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event in the making, valid at first, and read at 2026-11-21T18:30:00Z. */
public final class Event {

    static final Instant NOW = Instant.parse("2026-11-21T18:30:00Z");

    private static final EventReader READER = new EventReader(InstantSource.fixed(NOW));

    private final Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    private final Map<@Nullable Object, @Nullable Object> data = new LinkedHashMap<>();

    private Event(String type, String subject) {
        tree.put("specversion", "1.0");
        tree.put("id", "e-1");
        tree.put("source", "test");
        tree.put("type", type);
        tree.put("subject", subject);
        tree.put("time", "2026-11-20T20:00:00Z");
        tree.put("data", data);
    }

    public static Event watch() {
        return new Event("streakline.watch.v1", "ann");
    }

    public static Event title() {
        return new Event("streakline.title.v1", "movie:1").data("kind", "movie").data("name", "Alien");
    }

    static Event interaction() {
        return new Event("streakline.interaction.v1", "ann")
                .data("channel", "ch")
                .data("kind", "chat");
    }

    static Event pause() {
        return new Event("streakline.pause.v1", "ann")
                .data("from", "2026-12-01")
                .data("to", "2026-12-10");
    }

    public static Event rankingChoice() {
        return new Event("streakline.ranking-choice.v1", "ann").data("listed", false);
    }

    public static Event channel() {
        return new Event("streakline.channel.v1", "ch");
    }

    static Event rating() {
        return new Event("streakline.rating.v1", "ann").data("title", "movie:1").data("score", 80);
    }

    public static Event viewer() {
        return new Event("streakline.viewer.v1", "ann").data("zone", "Europe/Berlin");
    }

    public static Event of(FactType type) {
        return switch (type) {
            case WATCH -> watch();
            case TITLE_DETAILS -> title();
            case INTERACTION -> interaction();
            case PAUSE -> pause();
            case RANKING_CHOICE -> rankingChoice();
            case CHANNEL_DETAILS -> channel();
            case RATING -> rating();
            case VIEWER_DETAILS -> viewer();
        };
    }

    public Event with(String attribute, @Nullable Object value) {
        tree.put(attribute, value);
        return this;
    }

    Event without(String attribute) {
        tree.remove(attribute);
        return this;
    }

    public Event data(@Nullable Object member, @Nullable Object value) {
        data.put(member, value);
        return this;
    }

    Event withoutData(String member) {
        data.remove(member);
        return this;
    }

    public Event dated(String date) {
        return without("time").data("date", date);
    }

    public Map<String, @Nullable Object> tree() {
        return tree;
    }

    ParseResult read() {
        return READER.read(tree);
    }

    public Fact fact() {
        return accepted().fact();
    }

    public WatchFact watchFact() {
        return (WatchFact) fact();
    }

    TitleFact titleFact() {
        return (TitleFact) fact();
    }

    public ContentDigest digest() {
        return accepted().digest();
    }

    public Rejection rejection() {
        return read().match(parsed -> fail("accepted: " + parsed.fact()), ParseResult.Rejected::rejection);
    }

    /** What programs see of the rejection: code and pointer. */
    String refusal() {
        Rejection rejection = rejection();
        return rejection.code().code() + " " + rejection.pointer();
    }

    ParseResult.Parsed accepted() {
        return read().match(parsed -> parsed, rejected -> fail("refused: " + rejected.rejection()));
    }
}

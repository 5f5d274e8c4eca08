package dev.streakline.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Archive} promises. */
public abstract class ArchiveContract {

    /** An empty store. */
    protected abstract Store store();

    /**
     * The parts of a store that the contract needs.
     *
     * @param log takes the facts in
     * @param archive is held to the contract
     */
    public record Store(FactLog log, Archive archive) {}

    private Archive archive;
    private FactLog log;

    @BeforeEach
    void open() {
        Store store = store();
        archive = store.archive();
        log = store.log();
    }

    @Test
    void an_empty_store_has_no_facts() {
        assertThat(told()).isEmpty();
    }

    @Test
    void the_facts_of_one_viewer_come_in_the_order_of_their_sources_and_ids() {
        List<ParseResult.Parsed> facts = List.of(
                whole("watch", "ada", "b", Map.of("seconds", 60)),
                whole("watch", "ada", "a", Map.of("title", "film")),
                whole("watch", "ada", "gone", Map.of()),
                whole("watch", "bob", "a", Map.of()),
                whole("title", "film", "t", Map.of("kind", "movie", "name", "Film")));
        log.append(facts);
        log.withdraw(facts.get(2).fact().id());
        List<ParseResult.Parsed> active = new ArrayList<>();
        List<ParseResult.Parsed> withdrawn = new ArrayList<>();
        archive.forEach(new ViewerId("ada"), active::add, withdrawn::add);
        archive.forEach(new ViewerId("nobody"), active::add, withdrawn::add);
        assertThat(active).containsExactly(facts.get(1), facts.get(0));
        assertThat(withdrawn).containsExactly(facts.get(2));
    }

    @Test
    void every_fact_of_every_type_is_read_back_unchanged() {
        List<ParseResult.Parsed> all = List.of(
                whole(
                        "watch",
                        "ada",
                        "w1",
                        Map.ofEntries(
                                Map.entry("title", "film"),
                                Map.entry("channel", "arte"),
                                Map.entry("session", "s-1"),
                                Map.entry("seconds", 0),
                                Map.entry("from", 0),
                                Map.entry("to", 2_147_483_648L),
                                Map.entry("completed", false),
                                Map.entry("platform", "tv"))),
                whole("watch", "ada", "w2", Map.of()),
                whole("watch", "ada", "w3", Map.of("completed", true, "from", 7, "to", 8)),
                Events.read(Events.event("watch", "ada", "w4", null, Map.of("date", "1999-12-31", "seconds", 86_400))),
                whole(
                        "title",
                        "film",
                        "t1",
                        Map.ofEntries(
                                Map.entry("kind", "episode"),
                                Map.entry("name", "\uD835\uDD04 \"quoted\", \\ and\ttab"),
                                Map.entry("show", "show-1"),
                                Map.entry("showName", "The Show"),
                                Map.entry("season", 1),
                                Map.entry("episode", 0),
                                Map.entry("genres", List.of("drama", "b,{}\"")),
                                Map.entry("runtimeSeconds", 3_000),
                                Map.entry("channel", "arte"))),
                whole("title", "film", "t2", Map.of("kind", "movie", "name", "")),
                whole("title", "film", "t3", Map.of("kind", "movie", "name", "", "genres", List.of())),
                whole("channel", "arte", "c1", Map.of("name", "ARTE", "creator", "cleo")),
                whole("channel", "arte", "c2", Map.of()),
                whole("interaction", "ada", "i1", Map.of("channel", "arte", "kind", "cheer", "bits", 1_000_000_000)),
                whole("interaction", "ada", "i2", Map.of("channel", "arte", "kind", "chat")),
                whole("interaction", "ada", "i3", Map.of("channel", "arte", "kind", "cheer")),
                whole("interaction", "ada", "i4", Map.of("channel", "arte", "kind", "cheer", "bits", 0)),
                whole("pause", "ada", "p1", Map.of("from", "2024-07-01", "to", "2024-07-31")),
                whole("ranking-choice", "ada", "r1", Map.of("listed", false)),
                whole("rating", "ada", "r2", Map.of("title", "film", "score", 100)),
                whole(
                        "viewer",
                        "ada",
                        "v1",
                        Map.of("zone", "Europe/Berlin", "name", "Ada", "email", "ada@example.org")),
                whole("viewer", "ada", "v2", Map.of("zone", "UTC")));
        log.append(all);
        assertThat(told()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(told().stream().map(parsed -> EventWriter.event(parsed)).map(Events::read))
                .as("written as events and read again")
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void facts_stand_by_kind_of_subject_then_subject_source_and_id() {
        List<ParseResult.Parsed> sorted = List.of(
                Events.movie("film", "1"),
                whole("channel", "arte", "1", Map.of()),
                whole("watch", "B", "1", Map.of()),
                whole("watch", "a", "1", Map.of()),
                whole("watch", "a", "\uFF5E", Map.of()),
                whole("watch", "a", "\uD835\uDD04", Map.of()),
                whole("watch", "\uD835\uDD04", "1", Map.of()));
        List<ParseResult.Parsed> backwards = new ArrayList<>(sorted);
        Collections.reverse(backwards);
        log.append(backwards);
        assertThat(told()).containsExactlyElementsOf(sorted);
    }

    @Test
    void withdrawn_facts_are_read_separately_and_forgotten_ones_not_at_all() {
        ParseResult.Parsed stays = whole("watch", "ada", "1", Map.of());
        ParseResult.Parsed goes = whole("watch", "ada", "2", Map.of());
        ParseResult.Parsed title = Events.movie("film", "1");
        log.append(List.of(stays, goes, title, whole("watch", "bob", "1", Map.of())));
        log.withdraw(goes.fact().id());
        log.withdraw(title.fact().id());
        log.erase(new ViewerId("bob"));
        assertThat(told()).containsExactly(stays);
        List<ParseResult.Parsed> withdrawn = new ArrayList<>();
        archive.forEach(counting -> {}, withdrawn::add);
        assertThat(withdrawn).containsExactly(title, goes);
    }

    private static ParseResult.Parsed whole(String type, String subject, String id, Map<String, Object> data) {
        return Events.read(Events.event(type, subject, id, "2024-06-01T20:00:00.123456Z", data));
    }

    private List<ParseResult.Parsed> told() {
        List<ParseResult.Parsed> told = new ArrayList<>();
        archive.forEach(told::add, withdrawn -> {});
        return told;
    }
}

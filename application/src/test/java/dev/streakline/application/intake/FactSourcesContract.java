package dev.streakline.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link FactSources} promises. */
public abstract class FactSourcesContract {

    /** An empty store. */
    protected abstract Store store();

    /**
     * The parts of a store that the contract needs.
     *
     * @param log takes facts in
     * @param sources is held to the contract
     */
    public record Store(FactLog log, FactSources sources) {}

    private FactSources sources;
    private FactLog log;

    @BeforeEach
    void open() {
        Store store = store();
        sources = store.sources();
        log = store.log();
    }

    @Test
    void a_source_is_claimed_for_ever() {
        assertThat(sources.claimed(Set.of("shop", "app"))).isEmpty();
        sources.claim(Set.of("shop"));
        sources.claim(Set.of("shop"));
        sources.claim(Set.of());
        assertThat(sources.claimed(Set.of("shop", "app"))).containsExactly("shop");
        assertThat(sources.claimed(Set.of())).isEmpty();
    }

    @Test
    void a_source_that_facts_have_named_can_be_claimed_later() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        String source = Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")
                .fact()
                .id()
                .source();
        assertThat(sources.claimed(Set.of(source))).isEmpty();
        sources.claim(Set.of(source));
        assertThat(sources.claimed(Set.of(source))).containsExactly(source);
    }
}

package dev.streakline.application.memory;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.TitleFact;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.TitleDetails;
import dev.streakline.domain.catalogue.Titles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All facts about titles, and the catalogue that those in force make. */
final class TitleFacts {

    private final Map<String, List<TitleFact>> bySubject = new HashMap<>();
    private @Nullable Titles catalogue;

    void add(TitleFact fact) {
        bySubject
                .computeIfAbsent(fact.id().subject(), unseen -> new ArrayList<>())
                .add(fact);
        catalogue = null;
    }

    void remove(TitleFact fact) {
        bySubject.getOrDefault(fact.id().subject(), new ArrayList<>()).remove(fact);
        catalogue = null;
    }

    /** What is known of the titles today; the same object until a fact changes it. */
    Titles catalogue(NameIndex titleKeys, NameIndex channels) {
        Titles current = catalogue;
        if (current == null) {
            Titles.Builder titles = new Titles.Builder();
            bySubject.forEach((title, facts) -> facts.stream()
                    .max(Fact.LATEST_LAST)
                    .ifPresent(inForce -> describe(titles, titleKeys.keyOf(title), inForce, channels)));
            current = titles.build();
            catalogue = current;
        }
        return current;
    }

    private static void describe(Titles.Builder titles, int title, TitleFact fact, NameIndex channels) {
        titles.describe(title, details(fact));
        if (fact.channel() != null) {
            titles.onChannel(title, channels.keyOf(fact.channel()));
        }
    }

    private static TitleDetails details(TitleFact fact) {
        return new TitleDetails(
                fact.kind(), fact.show(), fact.genres(), fact.runtimeSeconds() == null ? 0 : fact.runtimeSeconds());
    }
}

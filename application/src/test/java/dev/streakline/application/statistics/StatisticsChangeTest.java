package dev.streakline.application.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Histories;
import dev.streakline.application.intake.Events;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.ranking.Listing;
import dev.streakline.application.ranking.RankingValues;
import dev.streakline.domain.lifetime.Badge;
import dev.streakline.domain.milestone.Achievement;
import dev.streakline.domain.milestone.RecordedAchievement;
import dev.streakline.domain.statistics.Fold;
import dev.streakline.domain.statistics.FoldResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsChangeTest {

    private static final Instant CHAT = Instant.parse("2024-06-13T12:00:00Z");

    private static FoldResult fold(List<ParseResult.Parsed> facts) {
        InMemoryStore store = new InMemoryStore();
        store.facts().append(facts);
        Histories.ViewerSnapshot snapshot =
                store.histories().history(new ViewerId("ada")).orElseThrow();
        return new Fold(snapshot.catalogue().titles(), snapshot.policies()).withChannels(snapshot.history());
    }

    private static FoldResult onTwoChannels() {
        return fold(List.of(
                Events.watchOn("c1", "ada", "1", "2024-06-13T11:00:00Z", 60),
                Events.watchOn("c2", "ada", "2", "2024-06-13T11:30:00Z", 90),
                Events.chat("c1", "ada", "3", CHAT.toString())));
    }

    private static List<Badge> announced(Instant now) {
        FoldResult folded = onTwoChannels();
        return new StatisticsChange(folded, Listing.LISTED, now)
                .unlocked(folded.channels().get(0)).stream()
                        .map(unlock -> unlock.badge())
                        .toList();
    }

    @Test
    void a_viewer_is_ranked_by_each_channel_and_by_all_of_them() {
        StatisticsChange change = new StatisticsChange(onTwoChannels(), Listing.LISTED, CHAT);
        assertThat(change.ranked()).isEqualTo(new RankingValues(150, 1));
        assertThat(change.folded().channels())
                .extracting(change::ranked)
                .containsExactly(new RankingValues(60, 1), new RankingValues(90, 0));
    }

    @Test
    void a_viewer_who_has_opted_out_is_ranked_by_nothing_and_has_the_same_announcements() {
        StatisticsChange listed = new StatisticsChange(onTwoChannels(), Listing.LISTED, CHAT);
        StatisticsChange unlisted = new StatisticsChange(onTwoChannels(), Listing.UNLISTED, CHAT);
        assertThat(unlisted.ranked()).isEqualTo(RankingValues.NONE);
        assertThat(unlisted.folded().channels()).extracting(unlisted::ranked).containsOnly(RankingValues.NONE);
        assertThat(unlisted.folded().channels())
                .extracting(unlisted::unlocked)
                .isEqualTo(listed.folded().channels().stream()
                        .map(listed::unlocked)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT47H59M59.999999S"})
    void a_badge_is_announced_for_two_days(Duration age) {
        assertThat(announced(CHAT.plus(age))).contains(Badge.FIRST_WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT48H0.000001S", "PT1000H"})
    void an_older_badge_is_history(Duration age) {
        assertThat(announced(CHAT.plus(age))).doesNotContain(Badge.FIRST_WORDS);
    }

    @Test
    void an_achievement_is_announced_however_old_it_is() {
        assertThat(new StatisticsChange(week(), Listing.LISTED, Instant.parse("2099-01-01T00:00:00Z")).achieved())
                .hasSize(1);
    }

    private static FoldResult week() {
        return fold(IntStream.rangeClosed(1, 7)
                .mapToObj(day -> Events.watch("ada", "d" + day, "2024-06-0" + day + "T20:00:00Z", "film"))
                .toList());
    }

    @Test
    void an_achievement_without_support_is_one_that_the_facts_no_longer_give() {
        List<Achievement> supported = new StatisticsChange(week(), Listing.LISTED, CHAT).achieved();
        RecordedAchievement recorded = RecordedAchievement.of(supported.get(0), CHAT);
        assertThat(StatisticsChange.unsupported(List.of(recorded), List.of())).containsExactly(recorded);
        assertThat(StatisticsChange.unsupported(List.of(recorded), supported)).isEmpty();
        assertThat(StatisticsChange.unsupported(List.of(), supported)).isEmpty();
    }
}

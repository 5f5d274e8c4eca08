package dev.streakline.persistence.intake;

import dev.streakline.application.fact.ChannelFact;
import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.InteractionFact;
import dev.streakline.application.fact.RatingFact;
import dev.streakline.application.fact.Reading;
import dev.streakline.application.fact.Space;
import dev.streakline.application.fact.TitleFact;
import dev.streakline.application.fact.Verdict;
import dev.streakline.application.fact.WatchFact;
import dev.streakline.persistence.name.Digest;
import dev.streakline.persistence.name.Dimension;
import dev.streakline.persistence.name.FactKey;
import dev.streakline.persistence.name.Keys;
import dev.streakline.persistence.shard.FailedFolds;
import dev.streakline.persistence.shard.Marks;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Facts that are appended together, in the order in which they are judged. */
public final class Batch {

    private final List<Reading.Read> facts;
    private final Map<Dimension, Set<String>> names = new EnumMap<>(Dimension.class);
    private FactTable.Look nextLook = FactTable.Look.AT_SOME;

    public Batch(List<Reading.Read> facts) {
        this.facts = facts;
        for (Reading.Read read : facts) {
            Fact fact = read.fact();
            name(Dimension.of(fact.id().space()), fact.id().subject());
            if (fact.id().space() == Space.VIEWER) {
                name(Dimension.SOURCE, fact.id().source());
            }
            if (fact instanceof WatchFact watch) {
                name(Dimension.TITLE, watch.title());
                name(Dimension.CHANNEL, watch.channel());
                name(Dimension.PLATFORM, watch.platform());
            } else if (fact instanceof RatingFact rating) {
                name(Dimension.TITLE, rating.title());
            } else if (fact instanceof InteractionFact interaction) {
                name(Dimension.CHANNEL, interaction.channel());
            } else if (fact instanceof TitleFact title) {
                name(Dimension.CHANNEL, title.channel());
            }
        }
    }

    private void name(Dimension dimension, @Nullable String name) {
        if (name != null) {
            names.computeIfAbsent(dimension, unseen -> new HashSet<>()).add(name);
        }
    }

    /** The names that the facts mention. */
    public Map<Dimension, Set<String>> names() {
        return names;
    }

    /**
     * Appends the facts and marks whom they concern. When it fails it may be called again in another transaction, and then
     * looks more closely at what is there.
     *
     * @param keys of all {@link #names}
     */
    public List<Verdict> append(Handle handle, Keys keys) throws SQLException {
        FactTable.Look look = nextLook;
        nextLook = FactTable.Look.AT_ALL;
        List<Verdict> verdicts = new ArrayList<>(Collections.nCopies(facts.size(), Verdict.accepted()));
        Set<Long> viewers =
                append(handle, FactTable.VIEWERS, Space.VIEWER, read -> FactRows.of(read, keys), look, verdicts);
        Marks.markViewers(handle, viewers);
        Set<Long> titles = append(
                handle,
                FactTable.TITLES,
                Space.TITLE,
                read -> new TitleRow(
                        keys.factKey(read.fact().id()), Digest.content(read.digest()), (TitleFact) read.fact()),
                look,
                verdicts);
        Marks.markTitles(handle, titles);
        append(
                handle,
                FactTable.CHANNELS,
                Space.CHANNEL,
                read -> new ChannelFactRow(
                        keys.factKey(read.fact().id()), Digest.content(read.digest()), (ChannelFact) read.fact()),
                look,
                verdicts);
        return verdicts;
    }

    /**
     * Appends the facts about one kind of subject, puts each verdict at the position of its fact, and returns the subjects of
     * those that changed something.
     */
    private <R extends FactTable.Row> Set<Long> append(
            Handle handle,
            FactTable<R> table,
            Space space,
            Function<Reading.Read, R> row,
            FactTable.Look look,
            List<Verdict> verdicts)
            throws SQLException {
        List<Integer> positions = positions(space);
        List<R> rows = positions.stream()
                .map(position -> row.apply(facts.get(position)))
                .toList();
        FactTable.Appended appended = table.append(handle, rows, withdrawing(positions), look);
        Set<Long> subjects = new TreeSet<>();
        appended.withdrawn().forEach(key -> subjects.add(key.subjectKey()));
        if (space == Space.VIEWER) {
            FailedFolds.tryNow(handle, subjects);
        }
        for (int i = 0; i < rows.size(); i++) {
            Verdict verdict = appended.verdicts().get(i);
            verdicts.set(positions.get(i), verdict);
            if (verdict.equals(Verdict.accepted())) {
                subjects.add(rows.get(i).key().subjectKey());
            }
        }
        return subjects;
    }

    /** Which of the facts at these positions claim to be withdrawn. */
    private BitSet withdrawing(List<Integer> positions) {
        BitSet withdrawing = new BitSet();
        IntStream.range(0, positions.size())
                .filter(i -> facts.get(positions.get(i)).isWithdrawn())
                .forEach(withdrawing::set);
        return withdrawing;
    }

    /** Where the facts about one kind of subject stand. */
    private List<Integer> positions(Space space) {
        return IntStream.range(0, facts.size())
                .filter(position -> facts.get(position).fact().id().space() == space)
                .boxed()
                .toList();
    }

    /** What {@link #append} would answer. */
    List<Verdict> judge(Handle handle, Keys keys) {
        keys.assumeMissing();
        List<Verdict> verdicts = new ArrayList<>(Collections.nCopies(facts.size(), Verdict.accepted()));
        for (Space space : Space.values()) {
            List<Integer> positions = positions(space);
            List<Judged> rows = positions.stream()
                    .map(position -> new Judged(
                            keys.factKey(facts.get(position).fact().id()),
                            Digest.content(facts.get(position).digest())))
                    .toList();
            List<Verdict> judged = FactTable.of(space).judge(handle, rows, withdrawing(positions));
            for (int i = 0; i < rows.size(); i++) {
                verdicts.set(positions.get(i), judged.get(i));
            }
        }
        return verdicts;
    }

    /** As much of a fact as a verdict needs. */
    private record Judged(FactKey key, UUID content) implements FactTable.Row {}
}

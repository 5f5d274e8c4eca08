package dev.streakline.persistence.intake;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactField;
import dev.streakline.application.fact.FactSchema;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.SubjectType;
import dev.streakline.persistence.name.Dimension;
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
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Facts that are appended together, in the order in which they are judged. */
public final class FactBatch {

    private final List<ParseResult.Parsed> facts;
    private final Map<Dimension, Set<String>> names = new EnumMap<>(Dimension.class);
    private FactTable.IdentityCheck nextLook = FactTable.IdentityCheck.SAMPLE;

    public FactBatch(List<ParseResult.Parsed> facts) {
        this.facts = facts;
        for (ParseResult.Parsed parsed : facts) {
            Fact fact = parsed.fact();
            name(Dimension.of(fact.id().subjectType()), fact.id().subject());
            if (fact.id().subjectType() == SubjectType.VIEWER) {
                name(Dimension.SOURCE, fact.id().source());
            }
            addMentions(fact.type().schema(), fact);
        }
    }

    private <F extends Fact> void addMentions(FactSchema<F> schema, Fact fact) {
        F typed = schema.cast(fact);
        for (FactField<F, ?> field : schema.mentions()) {
            name(FactLayout.dimension(field), FactLayout.name(field, typed));
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
     * Appends the facts and marks the viewers that they concern. After a failure it may be called again in another
     * transaction; it then checks every identity.
     *
     * @param keys of all {@link #names}
     */
    public List<IngestResult> append(Handle handle, Keys keys) throws SQLException {
        FactTable.IdentityCheck identityCheck = nextLook;
        nextLook = FactTable.IdentityCheck.ALL;
        List<IngestResult> results = new ArrayList<>(Collections.nCopies(facts.size(), IngestResult.accepted()));
        for (SubjectType subjectType : SubjectType.values()) {
            Set<Long> changed = append(handle, subjectType, keys, identityCheck, results);
            switch (subjectType) {
                case VIEWER -> Marks.markViewers(handle, changed);
                case TITLE -> Marks.markTitles(handle, changed);
                case CHANNEL -> {}
            }
        }
        return results;
    }

    /**
     * Appends the facts about one kind of subject, puts each verdict at the position of its fact, and returns the subjects of
     * those that changed something.
     */
    private Set<Long> append(
            Handle handle,
            SubjectType subjectType,
            Keys keys,
            FactTable.IdentityCheck identityCheck,
            List<IngestResult> results)
            throws SQLException {
        List<Integer> positions = positions(subjectType);
        List<FactRow> rows = rows(positions, keys);
        FactTable.AppendResult appendResult =
                FactTable.of(subjectType).append(handle, rows, withdrawing(positions), identityCheck);
        Set<Long> subjects = new TreeSet<>();
        appendResult.withdrawn().forEach(key -> subjects.add(key.subjectKey()));
        if (subjectType == SubjectType.VIEWER) {
            FailedFolds.tryNow(handle, subjects);
        }
        for (int i = 0; i < rows.size(); i++) {
            IngestResult result = appendResult.results().get(i);
            results.set(positions.get(i), result);
            if (result.equals(IngestResult.accepted())) {
                subjects.add(rows.get(i).subjectKey());
            }
        }
        return subjects;
    }

    private List<FactRow> rows(List<Integer> positions, Keys keys) {
        return positions.stream()
                .map(position -> FactRow.of(facts.get(position), keys))
                .toList();
    }

    /** The positions, among these, of facts that state their own withdrawal. */
    private BitSet withdrawing(List<Integer> positions) {
        BitSet withdrawing = new BitSet();
        IntStream.range(0, positions.size())
                .filter(i -> facts.get(positions.get(i)).isWithdrawn())
                .forEach(withdrawing::set);
        return withdrawing;
    }

    /** The positions of the facts about one kind of subject. */
    private List<Integer> positions(SubjectType subjectType) {
        return IntStream.range(0, facts.size())
                .filter(position -> facts.get(position).fact().id().subjectType() == subjectType)
                .boxed()
                .toList();
    }

    /** The results that {@link #append} would return. */
    List<IngestResult> preview(Handle handle, Keys keys) {
        keys.assumeMissing();
        List<IngestResult> results = new ArrayList<>(Collections.nCopies(facts.size(), IngestResult.accepted()));
        for (SubjectType subjectType : SubjectType.values()) {
            List<Integer> positions = positions(subjectType);
            List<FactRow> rows = rows(positions, keys);
            List<IngestResult> judged = FactTable.of(subjectType).preview(handle, rows, withdrawing(positions));
            for (int i = 0; i < rows.size(); i++) {
                results.set(positions.get(i), judged.get(i));
            }
        }
        return results;
    }
}

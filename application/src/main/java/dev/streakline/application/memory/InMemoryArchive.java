package dev.streakline.application.memory;

import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.SubjectType;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.Archive;
import dev.streakline.application.intake.FactLog.FactState;
import dev.streakline.domain.catalogue.NameIndex;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The facts in memory in the order of an archive. */
public final class InMemoryArchive implements Archive {

    private static final Comparator<FactId> ARCHIVE_ORDER = Comparator.comparing(
                    FactId::subjectType, Comparator.comparing(InMemoryArchive::placeInArchive))
            .thenComparing(FactId::subject, NameIndex.CODE_POINT_ORDER)
            .thenComparing(FactId::source, NameIndex.CODE_POINT_ORDER)
            .thenComparing(FactId::id, NameIndex.CODE_POINT_ORDER);

    private final Memory memory;

    InMemoryArchive(Memory memory) {
        this.memory = memory;
    }

    private static int placeInArchive(SubjectType subjectType) {
        return switch (subjectType) {
            case TITLE -> 0;
            case CHANNEL -> 1;
            case VIEWER -> 2;
        };
    }

    @Override
    public void forEach(Consumer<ParseResult.Parsed> active, Consumer<ParseResult.Parsed> withdrawn) {
        memory.use(transaction -> split(transaction.facts().all(), active, withdrawn));
    }

    @Override
    public void forEach(ViewerId viewer, Consumer<ParseResult.Parsed> active, Consumer<ParseResult.Parsed> withdrawn) {
        memory.use(transaction -> split(transaction.facts().all(viewer), active, withdrawn));
    }

    private static void split(
            Stream<MemoryFact> facts, Consumer<ParseResult.Parsed> active, Consumer<ParseResult.Parsed> withdrawn) {
        facts.sorted(Comparator.comparing(stored -> stored.fact().id(), ARCHIVE_ORDER))
                .forEach(stored -> (stored.state() == FactState.ACTIVE ? active : withdrawn).accept(stored.parsed()));
    }
}

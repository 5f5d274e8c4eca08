package dev.streakline.application.memory;

import dev.streakline.application.intake.FactSources;
import java.util.Set;
import java.util.stream.Collectors;

/** The sources that are claimed, in memory. */
public final class InMemoryFactSources implements FactSources {

    private final Memory memory;

    InMemoryFactSources(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void claim(Set<String> sources) {
        memory.use(transaction -> transaction.intake().addSources(sources));
    }

    @Override
    public Set<String> claimed(Set<String> sources) {
        return memory.transact(transaction ->
                sources.stream().filter(transaction.intake()::isClaimed).collect(Collectors.toUnmodifiableSet()));
    }
}

package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.Admission;
import dev.streakline.application.intake.FactSources;
import dev.streakline.application.intake.IntakeRuleVersions;
import dev.streakline.application.intake.IntakeRules;
import dev.streakline.application.intake.IntakeTallies;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Intake rules and what is counted for them in memory, lost with the process. */
public final class InMemoryIntake implements IntakeRuleVersions, IntakeTallies, FactSources {

    private final List<IntakeRuleVersion> versions =
            new ArrayList<>(List.of(new IntakeRuleVersion(0, IntakeRules.DEFAULT)));
    private final Map<ViewerId, Arrivals> arrivals = new HashMap<>();
    private final Set<String> claimed = new HashSet<>();
    private final Function<ViewerId, Holdings> holdings;
    private final BooleanSupplier hasFacts;
    private LocalDate day = LocalDate.MIN;

    /**
     * @param holdings what the last fold found of a viewer
     * @param hasFacts whether any fact was ever taken in
     */
    InMemoryIntake(Function<ViewerId, Holdings> holdings, BooleanSupplier hasFacts) {
        this.holdings = holdings;
        this.hasFacts = hasFacts;
    }

    /** Admits facts to this store. */
    public Admission admission(InstantSource clock) {
        return new Admission(this, this, this, clock);
    }

    @Override
    public synchronized IntakeRuleVersion current() {
        return versions.get(versions.size() - 1);
    }

    @Override
    public synchronized IntakeRuleVersion adopt(IntakeRules rules) {
        if (!current().rules().equals(rules)) {
            versions.add(new IntakeRuleVersion(versions.size(), rules));
        }
        return current();
    }

    @Override
    public synchronized IntakeRuleVersion adoptFirst(IntakeRules rules) {
        return versions.size() > 1 || hasFacts.getAsBoolean() ? current() : adopt(rules);
    }

    @Override
    public synchronized Map<ViewerId, ViewerTally> find(Set<ViewerId> viewers, LocalDate asked) {
        return viewers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        viewer -> new ViewerTally(
                                asked.equals(day) ? arrivals.getOrDefault(viewer, Arrivals.NOTHING) : Arrivals.NOTHING,
                                holdings.apply(viewer))));
    }

    @Override
    public synchronized void add(LocalDate today, Map<ViewerId, Arrivals> arrived) {
        if (!today.equals(day)) {
            day = today;
            arrivals.clear();
        }
        arrived.forEach((viewer, more) -> arrivals.merge(viewer, more, Arrivals::plus));
    }

    @Override
    public synchronized void claim(Set<String> sources) {
        claimed.addAll(sources);
    }

    @Override
    public synchronized Set<String> claimed(Set<String> sources) {
        return sources.stream().filter(claimed::contains).collect(Collectors.toUnmodifiableSet());
    }
}

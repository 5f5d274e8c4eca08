package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.IntakeRuleVersions.IntakeRuleVersion;
import dev.streakline.application.intake.IntakeRules;
import dev.streakline.application.intake.IntakeTallies.Arrivals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The intake rules, the counts of each viewer on the last day, and the sources that services have claimed. */
final class MemoryIntake {

    private final List<IntakeRuleVersion> rules =
            new ArrayList<>(List.of(new IntakeRuleVersion(0, IntakeRules.DEFAULT)));
    private final Map<ViewerId, Arrivals> arrivals = new HashMap<>();
    private final Set<String> sources = new HashSet<>();
    private LocalDate day = LocalDate.MIN;

    IntakeRuleVersion rules() {
        return rules.get(rules.size() - 1);
    }

    /** Whether any rules were ever adopted. */
    boolean hasAdoptedRules() {
        return rules.size() > 1;
    }

    void addRules(IntakeRules adopted) {
        rules.add(new IntakeRuleVersion(rules.size(), adopted));
    }

    /** The counts of a viewer on a day: 0, unless it is the last day with any arrival. */
    Arrivals arrivals(ViewerId viewer, LocalDate asked) {
        return asked.equals(day) ? arrivals.getOrDefault(viewer, Arrivals.NOTHING) : Arrivals.NOTHING;
    }

    void addArrivals(LocalDate today, Map<ViewerId, Arrivals> arrived) {
        if (!today.equals(day)) {
            day = today;
            arrivals.clear();
        }
        arrived.forEach((viewer, more) -> arrivals.merge(viewer, more, Arrivals::plus));
    }

    void erase(ViewerId viewer) {
        arrivals.remove(viewer);
    }

    void addSources(Set<String> claimed) {
        sources.addAll(claimed);
    }

    boolean isClaimed(String source) {
        return sources.contains(source);
    }
}

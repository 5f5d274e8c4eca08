package dev.streakline.application.memory;

import dev.streakline.application.intake.IntakeRuleVersions;
import dev.streakline.application.intake.IntakeRules;

/** Intake rules in memory. */
public final class InMemoryIntakeRules implements IntakeRuleVersions {

    private final Memory memory;

    InMemoryIntakeRules(Memory memory) {
        this.memory = memory;
    }

    @Override
    public IntakeRuleVersion current() {
        return memory.transact(transaction -> transaction.intake().rules());
    }

    @Override
    public IntakeRuleVersion adopt(IntakeRules rules) {
        return memory.transact(transaction -> adopt(transaction.intake(), rules));
    }

    @Override
    public IntakeRuleVersion adoptFirst(IntakeRules rules) {
        return memory.transact(transaction -> {
            MemoryIntake intake = transaction.intake();
            return intake.hasAdoptedRules() || !transaction.facts().isEmpty() ? intake.rules() : adopt(intake, rules);
        });
    }

    private static IntakeRuleVersion adopt(MemoryIntake intake, IntakeRules rules) {
        if (!intake.rules().rules().equals(rules)) {
            intake.addRules(rules);
        }
        return intake.rules();
    }
}

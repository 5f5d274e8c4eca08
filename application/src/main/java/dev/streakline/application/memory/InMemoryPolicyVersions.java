package dev.streakline.application.memory;

import dev.streakline.application.policy.PolicyVersions;
import dev.streakline.domain.policy.Policies;

/** The policies in memory. */
public final class InMemoryPolicyVersions implements PolicyVersions {

    private final Memory memory;

    InMemoryPolicyVersions(Memory memory) {
        this.memory = memory;
    }

    @Override
    public PolicyVersion current() {
        return memory.transact(transaction -> transaction.policies().current());
    }

    @Override
    public PolicyVersion adopt(Policies adopted) {
        return memory.transact(transaction -> {
            MemoryPolicies policies = transaction.policies();
            if (!policies.current().policies().equals(adopted)) {
                policies.add(adopted);
                transaction.marks().addEverybody();
            }
            return policies.current();
        });
    }
}

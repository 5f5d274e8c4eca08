package dev.streakline.application.memory;

import dev.streakline.application.policy.PolicyVersions.PolicyVersion;
import dev.streakline.domain.policy.Policies;

/** The version of the policies that is in force. */
final class MemoryPolicies {

    private PolicyVersion current = new PolicyVersion(0, Policies.DEFAULT);

    PolicyVersion current() {
        return current;
    }

    void add(Policies policies) {
        current = new PolicyVersion(current.number() + 1, policies);
    }
}

package dev.streakline.persistence.policy;

import dev.streakline.application.policy.PolicyVersions;
import dev.streakline.domain.policy.Policies;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.ScopedDatabase;

/** Policies in PostgreSQL. */
public final class PostgresPolicyVersions implements PolicyVersions {

    private final ScopedDatabase database;

    /** The policies in a database. */
    public PostgresPolicyVersions(Database database) {
        this.database = database.as(Scope.APP);
    }

    @Override
    public PolicyVersion current() {
        return database.read(PolicyRows::current);
    }

    /** Two who adopt at once take the same number; the second finds it taken and tries again after the first. */
    @Override
    public PolicyVersion adopt(Policies policies) {
        return database.write(handle -> {
            PolicyVersion current = PolicyRows.current(handle);
            if (current.policies().equals(policies)) {
                return current;
            }
            PolicyVersion adopted = new PolicyVersion(current.number() + 1, policies);
            PolicyRows.insert(handle, adopted);
            return adopted;
        });
    }
}

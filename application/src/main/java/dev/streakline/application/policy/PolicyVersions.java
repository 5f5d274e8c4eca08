package dev.streakline.application.policy;

import dev.streakline.domain.policy.Policies;

/**
 * The rules of the deployment, as numbered versions. Every fold uses the newest; a new version makes every viewer due.
 * Safe for use by several threads.
 */
public interface PolicyVersions {

    /** The version in force; version 0 is {@link Policies#DEFAULT} until another is adopted. */
    PolicyVersion current();

    /** Makes policies the version in force; policies already in force get no new number. */
    PolicyVersion adopt(Policies policies);

    /**
     * Policies and their number.
     *
     * @param number 0 or more, ascending
     */
    record PolicyVersion(int number, Policies policies) {}
}

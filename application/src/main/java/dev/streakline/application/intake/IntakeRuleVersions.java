package dev.streakline.application.intake;

/**
 * The intake rules of the deployment, as numbered versions of their own, all of which stay stored. Safe for use by
 * several threads.
 */
public interface IntakeRuleVersions {

    /** The version in force; version 0 is {@link IntakeRules#DEFAULT} until another is adopted. */
    IntakeRuleVersion current();

    /** Puts rules in force; rules that are in force already get no new number. */
    IntakeRuleVersion adopt(IntakeRules rules);

    /**
     * Puts rules in force in a new store: one that has adopted no rules and recorded no fact. Any other store keeps its
     * rules.
     *
     * @return the version in force then
     */
    IntakeRuleVersion adoptFirst(IntakeRules rules);

    /**
     * Rules and their number.
     *
     * @param number 0 or more, ascending
     */
    record IntakeRuleVersion(int number, IntakeRules rules) {}
}

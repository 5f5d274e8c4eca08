package dev.streakline.application.intake;

/**
 * The intake rules of the deployment, as numbered versions of their own; all of them are kept. Safe for several threads at
 * once.
 */
public interface IntakeRuleVersions {

    /** The version in force; version 0 is {@link IntakeRules#DEFAULT} until another is adopted. */
    IntakeRuleVersion current();

    /** Puts rules in force; rules that are in force already get no new number. */
    IntakeRuleVersion adopt(IntakeRules rules);

    /**
     * Puts rules in force in a store that is new: no rules were adopted and no fact was ever taken in. Any other store keeps
     * its rules.
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

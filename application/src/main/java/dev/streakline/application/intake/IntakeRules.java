package dev.streakline.application.intake;

/**
 * The rules that decide which senders may send facts, and how many.
 *
 * @param viewerFacts whether viewers may send facts about themselves
 * @param limits of a viewer's own token
 */
public record IntakeRules(OwnFacts viewerFacts, IntakeLimits limits) {

    /** The rules of a new store: viewers send nothing about themselves. */
    public static final IntakeRules DEFAULT = new IntakeRules(OwnFacts.OFF, IntakeLimits.DEFAULT);

    /** The rules of a store on a person's own machine. */
    public static final IntakeRules PERSONAL = new IntakeRules(OwnFacts.ON, IntakeLimits.DEFAULT);
}

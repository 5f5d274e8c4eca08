package dev.streakline.persistence.history;

/** A portion has more facts than are read at once; it is to be read in smaller ones, if it is not one viewer. */
final class TooManyFacts extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyFacts(int most) {
        super(
                "more than " + most
                        + " facts, which is as many as are folded at once with this heap; give Java more (-Xmx)",
                null,
                false,
                false);
    }
}

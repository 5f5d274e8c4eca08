package dev.streakline.application.history;

import dev.streakline.application.fact.Fact;
import java.util.function.Consumer;

/** Every fact that counts, for keeping it elsewhere. Safe for several threads at once. */
public interface Archive {

    /**
     * Tells every fact that was accepted and not withdrawn, of one snapshot: those about titles, then about channels, then
     * about viewers; those of one kind by subject, source and id in code-point order. A store that outgrows memory tells
     * them within a bounded amount of it.
     */
    void tell(Consumer<Fact> each);
}

package dev.streakline.application.pause;

import dev.streakline.application.fact.PauseFact;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.intake.DeclareFacts;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.viewer.Profile;
import dev.streakline.application.viewer.Profiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Ends a viewer's pause before its last day (detail 11). */
public final class EndPause {

    private final ReadHistory histories;
    private final Profiles profiles;
    private final DeclareFacts declareFacts;
    private final FactLog facts;

    /** Ends pauses of the viewers of these histories and profiles, by declarations and withdrawals in this log. */
    public EndPause(ReadHistory histories, Profiles profiles, DeclareFacts declareFacts, FactLog facts) {
        this.histories = histories;
        this.profiles = profiles;
        this.declareFacts = declareFacts;
        this.facts = facts;
    }

    /**
     * Ends a pause: one that has begun before today ends with yesterday, by another declaration; one that begins today
     * or later is cancelled by withdrawing all its declarations.
     *
     * @param from its first local day
     * @param id of the fact that ends it, if it takes one; new
     * @return why not; empty when it has ended
     */
    public Optional<PauseRefusal> end(ViewerId viewer, LocalDate from, String id) {
        Optional<ReadHistory.Evaluated> known = histories.statistics(viewer, AsOf.LIVE);
        Optional<Profile> profile = known.flatMap(evaluated -> profiles.find(viewer, evaluated.now()));
        Optional<PauseFact> pause = profile.flatMap(found -> new DeclaredPauses(found.pauses()).inForce(from));
        return pause.isEmpty()
                ? Optional.of(new PauseRefusal(PauseRefusal.RefusalCode.NOT_FOUND, "no pause begins on " + from))
                : end(pause.get(), profile.orElseThrow(), known.orElseThrow(), id);
    }

    private Optional<PauseRefusal> end(PauseFact pause, Profile profile, ReadHistory.Evaluated known, String id) {
        LocalDate today = known.today();
        if (pause.to().isBefore(today)) {
            return Optional.of(new PauseRefusal(
                    PauseRefusal.RefusalCode.OVER,
                    "it ended on " + pause.to() + "; a pause that is over cannot be ended"));
        }
        if (pause.from().isBefore(today)) {
            return declareFacts
                    .declare(
                            profile.viewer(),
                            List.of(DeclarePause.declaration(
                                    id, profile.nextTime(known.now()), pause.from(), today.minusDays(1))))
                    .map(rejection -> {
                        throw new IllegalStateException(rejection.reason());
                    });
        }
        // The declaration that applies is withdrawn last: until then nothing changes, and an interrupted call can be
        // repeated.
        new DeclaredPauses(profile.pauses()).of(pause.from()).forEach(declared -> facts.withdraw(declared.id()));
        return Optional.empty();
    }
}

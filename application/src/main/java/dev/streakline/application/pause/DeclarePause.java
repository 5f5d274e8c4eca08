package dev.streakline.application.pause;

import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.RejectionCode;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.intake.DeclareFacts;
import dev.streakline.application.intake.DeclareFacts.Declaration;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.viewer.Profile;
import dev.streakline.application.viewer.Profiles;
import dev.streakline.domain.streak.Pause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Declares, by a fact, that a viewer will not watch for some days (details 10 and 11). */
public final class DeclarePause {

    private final ReadHistory histories;
    private final Profiles profiles;
    private final DeclareFacts declareFacts;

    /** Declares pauses of the viewers of these histories and profiles. */
    public DeclarePause(ReadHistory histories, Profiles profiles, DeclareFacts declareFacts) {
        this.histories = histories;
        this.profiles = profiles;
        this.declareFacts = declareFacts;
    }

    /**
     * Declares a pause. It replaces one with the same first day; an identical declaration records nothing.
     *
     * @param from the first local day of it, after the viewer's today
     * @param to the last local day of it, inclusive, at most 91 days after {@code from}; with the pauses that it
     *     overlaps or adjoins it has at most 92 days
     * @param id of the fact; new
     * @return why it was refused; empty when it is in force now
     */
    public Optional<PauseRefusal> declare(ViewerId viewer, LocalDate from, LocalDate to, String id) {
        if (to.isBefore(from)) {
            return refused(PauseRefusal.RefusalCode.BACKWARDS, "it ends on " + to + ", before it begins on " + from);
        }
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days > Pause.LONGEST) {
            return refused(
                    PauseRefusal.RefusalCode.TOO_LONG,
                    "it has " + days + " days, and at most " + Pause.LONGEST + " are allowed");
        }
        Optional<ReadHistory.Evaluated> known = histories.statistics(viewer, AsOf.LIVE);
        if (known.isEmpty()) {
            return refused(PauseRefusal.RefusalCode.UNKNOWN_VIEWER, "this viewer is unknown");
        }
        LocalDate today = known.get().today();
        return from.isAfter(today)
                ? declare(viewer, from, to, id, known.get().now())
                : refused(
                        PauseRefusal.RefusalCode.STARTED,
                        "it begins on " + from + ", and must begin after today, which is " + today + " in "
                                + known.get().zone());
    }

    private Optional<PauseRefusal> declare(ViewerId viewer, LocalDate from, LocalDate to, String id, Instant now) {
        Optional<Profile> profile = profiles.find(viewer, now);
        long days = new DeclaredPauses(profile.map(Profile::pauses).orElse(List.of())).daysUnitedWith(from, to);
        if (days > Pause.LONGEST) {
            return refused(
                    PauseRefusal.RefusalCode.TOO_LONG,
                    "with the pauses that it overlaps or adjoins it has " + days + " days, and at most " + Pause.LONGEST
                            + " are allowed");
        }
        boolean holds = profile.flatMap(known -> new DeclaredPauses(known.pauses()).inForce(from))
                .filter(pause -> pause.to().equals(to))
                .isPresent();
        return holds
                ? Optional.empty()
                : declareFacts
                        .declare(
                                viewer,
                                List.of(declaration(
                                        id,
                                        profile.map(known -> known.nextTime(now))
                                                .orElse(now),
                                        from,
                                        to)))
                        .map(rejection -> new PauseRefusal(
                                rejection.code() == RejectionCode.LIMIT_EXCEEDED
                                        ? PauseRefusal.RefusalCode.LIMIT
                                        : PauseRefusal.RefusalCode.TOO_FAR,
                                rejection.reason()));
    }

    static Declaration declaration(String id, Instant time, LocalDate from, LocalDate to) {
        return new Declaration(FactType.PAUSE, id, time, Map.of("from", from.toString(), "to", to.toString()));
    }

    private static Optional<PauseRefusal> refused(PauseRefusal.RefusalCode code, String reason) {
        return Optional.of(new PauseRefusal(code, reason));
    }
}

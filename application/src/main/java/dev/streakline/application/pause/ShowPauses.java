package dev.streakline.application.pause;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.viewer.Profile;
import dev.streakline.application.viewer.Profiles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Says which pauses a viewer has declared. */
public final class ShowPauses {

    private final ReadHistory histories;
    private final Profiles profiles;

    /** Answers from these profiles, for the local day that these histories tell. */
    public ShowPauses(ReadHistory histories, Profiles profiles) {
        this.histories = histories;
        this.profiles = profiles;
    }

    /** The pauses of a viewer now; empty when nothing is known of him. */
    public Optional<PausesView> show(ViewerId viewer) {
        return histories
                .statistics(viewer, AsOf.LIVE)
                .flatMap(known -> profiles.find(viewer, known.now()).map(profile -> answer(known, profile)));
    }

    private static PausesView answer(ReadHistory.Evaluated known, Profile profile) {
        LocalDate today = known.today();
        List<Declared> pauses = new DeclaredPauses(profile.pauses())
                .inForce().stream()
                        .map(pause ->
                                new Declared(pause.from(), pause.to(), PauseState.of(pause.from(), pause.to(), today)))
                        .toList();
        return new PausesView(known.now(), known.zone(), today, pauses);
    }

    /**
     * Pauses and what they are about. A day is paused when it is in any of them; they may overlap.
     *
     * @param asOf the instant of the answer
     * @param zone the viewer's zone then
     * @param today his local day then
     * @param pauses ascending by first day, which no two share
     */
    public record PausesView(Instant asOf, ZoneId zone, LocalDate today, List<Declared> pauses) {

        /** Defensive copies. */
        public PausesView {
            pauses = List.copyOf(pauses);
        }
    }

    /**
     * A pause.
     *
     * @param from the first local day of it, inclusive
     * @param to the last local day of it, inclusive
     */
    public record Declared(LocalDate from, LocalDate to, PauseState state) {}
}

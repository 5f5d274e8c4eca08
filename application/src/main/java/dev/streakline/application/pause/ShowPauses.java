package dev.streakline.application.pause;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.Zones;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.pause.PausesView.PauseView;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.viewer.Profile;
import dev.streakline.application.viewer.Profiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Shows the pauses that a viewer has declared. */
public final class ShowPauses {

    private final ReadHistory histories;
    private final Profiles profiles;

    /** Reads from these profiles; the histories give the local day. */
    public ShowPauses(ReadHistory histories, Profiles profiles) {
        this.histories = histories;
        this.profiles = profiles;
    }

    /** The pauses of a viewer now; empty for an unknown viewer. */
    public Optional<PausesView> show(ViewerId viewer) {
        return histories
                .statistics(viewer, AsOf.LIVE)
                .flatMap(known -> profiles.find(viewer, known.now()).map(profile -> view(known, profile)));
    }

    private static PausesView view(ReadHistory.Evaluated known, Profile profile) {
        LocalDate today = known.today();
        List<PauseView> pauses = new DeclaredPauses(profile.pauses())
                .inForce().stream()
                        .map(pause -> new PauseView(
                                pause.from(),
                                pause.to(),
                                PauseState.of(pause.from(), pause.to(), today).code()))
                        .toList();
        return new PausesView(known.now(), Zones.name(known.zone()), today, pauses);
    }
}

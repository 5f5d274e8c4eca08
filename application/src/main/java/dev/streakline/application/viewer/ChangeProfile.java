package dev.streakline.application.viewer;

import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.DeclareFacts;
import dev.streakline.application.intake.DeclareFacts.Declaration;
import dev.streakline.application.ranking.Listing;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes a viewer's profile by recording facts (details 10 and 67). */
public final class ChangeProfile {

    private final Profiles profiles;
    private final DeclareFacts declareFacts;
    private final InstantSource clock;

    /** Changes these profiles. */
    public ChangeProfile(Profiles profiles, DeclareFacts declareFacts, InstantSource clock) {
        this.profiles = profiles;
        this.declareFacts = declareFacts;
        this.clock = clock;
    }

    /**
     * The changes to make; absent values stay as they are.
     *
     * @param zone a region of the running time-zone data, or UTC; applies from now on, and the first one to all time
     *     before, too
     * @param name free text of at most 1000 code points; empty to take it away
     * @param email free text of at most 320 code points; empty to take it away
     */
    public record Change(
            @Nullable String zone,
            @Nullable String name,
            @Nullable String email,
            @Nullable Listing listing) {

        private boolean isOfDetails() {
            return zone != null || name != null || email != null;
        }
    }

    /**
     * Changes a profile, wholly or not at all. A viewer who was unknown is known from then on. A name without a zone
     * states nothing about zones: days stay provisional until a first zone is known. Of two concurrent changes of one
     * profile, the later replaces the other as a whole.
     *
     * @param detailsId the id of the fact about zone, name and email; new
     * @param choiceId the id of the fact about the ranking; new
     * @return why nothing was changed, with the member of the event's data that is wrong; empty when all was
     */
    public Optional<Rejection> change(ViewerId viewer, Change change, String detailsId, String choiceId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Profile before = profiles.find(viewer, now).orElseGet(() -> Profile.of(viewer, List.of(), now));
        Instant time = before.nextTime(now);
        List<Declaration> declarations = new ArrayList<>();
        if (change.isOfDetails()) {
            declarations.add(new Declaration(FactType.VIEWER_DETAILS, detailsId, time, details(before, change)));
        }
        if (change.listing != null) {
            Map<String, Object> data = Map.of("listed", change.listing == Listing.LISTED);
            declarations.add(new Declaration(FactType.RANKING_CHOICE, choiceId, time, data));
        }
        return declareFacts.declare(viewer, declarations);
    }

    private static Map<String, Object> details(Profile before, Change change) {
        Map<String, Object> data = new HashMap<>();
        put(data, "zone", change.zone);
        put(data, "name", change.name == null ? before.name() : change.name);
        put(data, "email", change.email == null ? before.email() : change.email);
        // A fact needs a member: an empty name means that there is none.
        return data.isEmpty() ? Map.of("name", "") : data;
    }

    private static void put(Map<String, Object> data, String member, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            data.put(member, text);
        }
    }
}

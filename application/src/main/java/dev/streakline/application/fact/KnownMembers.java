package dev.streakline.application.fact;

import static dev.streakline.application.fact.Member.BITS;
import static dev.streakline.application.fact.Member.CHANNEL;
import static dev.streakline.application.fact.Member.COMPLETED;
import static dev.streakline.application.fact.Member.CREATOR;
import static dev.streakline.application.fact.Member.DATE;
import static dev.streakline.application.fact.Member.EMAIL;
import static dev.streakline.application.fact.Member.EPISODE;
import static dev.streakline.application.fact.Member.FROM;
import static dev.streakline.application.fact.Member.GENRES;
import static dev.streakline.application.fact.Member.KIND;
import static dev.streakline.application.fact.Member.LISTED;
import static dev.streakline.application.fact.Member.NAME;
import static dev.streakline.application.fact.Member.PLATFORM;
import static dev.streakline.application.fact.Member.RUNTIME_SECONDS;
import static dev.streakline.application.fact.Member.SCORE;
import static dev.streakline.application.fact.Member.SEASON;
import static dev.streakline.application.fact.Member.SECONDS;
import static dev.streakline.application.fact.Member.SESSION;
import static dev.streakline.application.fact.Member.SHOW;
import static dev.streakline.application.fact.Member.SHOW_NAME;
import static dev.streakline.application.fact.Member.TITLE;
import static dev.streakline.application.fact.Member.TO;
import static dev.streakline.application.fact.Member.ZONE;
import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which members the {@code data} of each type may have: the third column of the table of section 2. */
final class KnownMembers {

    private static final Map<FactType, KnownMembers> BY_TYPE = new EnumMap<>(FactType.class);

    static {
        for (FactType type : FactType.values()) {
            BY_TYPE.put(type, table(type));
        }
    }

    private final Set<String> names = new LinkedHashSet<>();

    private KnownMembers(Member... members) {
        for (Member member : members) {
            names.add(member.label());
        }
    }

    static KnownMembers of(FactType type) {
        return requireNonNull(BY_TYPE.get(type));
    }

    boolean contain(String name) {
        return names.contains(name);
    }

    /** The names in the order of the table, for a reason. */
    @Override
    public String toString() {
        return String.join(", ", names);
    }

    private static KnownMembers table(FactType type) {
        return switch (type) {
            case WATCH -> new KnownMembers(CHANNEL, TITLE, SESSION, SECONDS, FROM, TO, COMPLETED, PLATFORM, DATE);
            case TITLE_DETAILS ->
                new KnownMembers(KIND, NAME, SHOW, SHOW_NAME, SEASON, EPISODE, GENRES, RUNTIME_SECONDS, CHANNEL);
            case INTERACTION -> new KnownMembers(CHANNEL, KIND, BITS);
            case PAUSE -> new KnownMembers(FROM, TO);
            case RANKING_CHOICE -> new KnownMembers(LISTED);
            case CHANNEL_DETAILS -> new KnownMembers(NAME, CREATOR);
            case RATING -> new KnownMembers(TITLE, SCORE);
            case VIEWER_DETAILS -> new KnownMembers(ZONE, NAME, EMAIL);
        };
    }
}

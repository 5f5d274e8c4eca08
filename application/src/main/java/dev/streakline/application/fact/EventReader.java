package dev.streakline.application.fact;

import dev.streakline.domain.streak.Pause;
import dev.streakline.domain.viewing.TitleKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads CloudEvents 1.0 (JSON, structured) into facts (section 2). Unknown attributes of the event are ignored, unknown
 * members of its {@code data} refuse it. Refused are instants before 1900 or more than five minutes ahead, and dates that
 * have not begun anywhere on earth in five minutes. Never throws, whatever the tree. Safe for several threads.
 */
public final class EventReader {

    private static final Instant OLDEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final LocalDate OLDEST_DATE = LocalDate.of(1900, 1, 1);
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final ZoneOffset EARLIEST_DATE = ZoneOffset.ofHours(14);
    private static final String VERSION = "1.0";

    private final InstantSource clock;
    private final Map<String, Type> types = new LinkedHashMap<>();

    /** A reader that judges what lies ahead by this clock. */
    public EventReader(InstantSource clock) {
        this.clock = clock;
        types.put("streakline.watch.v1", new Type(Space.VIEWER, this::watch));
        types.put("streakline.title.v1", new Type(Space.TITLE, this::title));
        types.put("streakline.interaction.v1", new Type(Space.VIEWER, this::interaction));
        types.put("streakline.pause.v1", new Type(Space.VIEWER, this::pause));
        types.put("streakline.ranking-choice.v1", new Type(Space.VIEWER, this::rankingChoice));
        types.put("streakline.channel.v1", new Type(Space.CHANNEL, this::channel));
        types.put("streakline.rating.v1", new Type(Space.VIEWER, this::rating));
        types.put("streakline.viewer.v1", new Type(Space.VIEWER, this::viewer));
    }

    /** A type of event: what its subject names, and how its data becomes a fact. */
    private record Type(Space space, Body body) {}

    @FunctionalInterface
    private interface Body {
        Fact read(FactId id, Envelope event, Members data);
    }

    /** What the data of an event may need to know of the event. */
    private record Envelope(Members members, @Nullable Instant time) {

        Instant requiredTime() {
            return members.required("time", time);
        }
    }

    /**
     * Reads one event.
     *
     * @param event maps, lists, strings, numbers, booleans and null, as any JSON parser gives them
     */
    public Reading read(Map<String, ?> event) {
        try {
            return readOrRefuse(event);
        } catch (Refusal refusal) {
            return new Reading.Refused(refusal.rejection());
        }
    }

    private Reading readOrRefuse(Map<String, ?> event) {
        Members members = new Members(event, "");
        String version = members.required("specversion", members.string("specversion"));
        if (!version.equals(VERSION)) {
            throw members.refuse(
                    RejectionCode.VERSION_UNKNOWN,
                    "specversion",
                    "must be \"" + VERSION + "\", but is " + Texts.shown(version));
        }
        String id = members.required("id", members.identifier("id"));
        String source = members.required("source", members.identifier("source"));
        String typeName = members.required("type", members.string("type"));
        Type type = types.get(typeName);
        if (type == null) {
            throw members.refuse(
                    RejectionCode.TYPE_UNKNOWN,
                    "type",
                    "is not known: " + Texts.shown(typeName) + "; the types are " + String.join(", ", types.keySet()));
        }
        String subject = members.required("subject", members.identifier("subject"));
        Instant time = members.instant("time");
        if (time != null) {
            requireInTime(members, time);
        }
        if (!(event.get("data") instanceof Map<?, ?> tree)) {
            throw event.get("data") == null
                    ? members.refuse(RejectionCode.FIELD_MISSING, "data", "is missing; it is required here")
                    : members.refuse(RejectionCode.WRONG_TYPE, "data", "must be an object");
        }
        Members data = new Members(tree, "/data");
        Fact fact = type.body().read(new FactId(type.space(), subject, source, id), new Envelope(members, time), data);
        data.refuseOthers();
        return new Reading.Read(fact, ContentDigest.of(typeName, time, tree));
    }

    private void requireInTime(Members members, Instant time) {
        if (time.isBefore(OLDEST)) {
            throw members.refuse(
                    RejectionCode.TIME_TOO_OLD, "time", "must not be before " + OLDEST + ", but is " + time);
        }
        Instant latest = clock.instant().plus(AHEAD);
        if (time.isAfter(latest)) {
            throw members.refuse(
                    RejectionCode.TIME_FUTURE,
                    "time",
                    "must not be more than five minutes ahead, but is " + time + "; check the sender's clock");
        }
    }

    private void requireInTime(Members data, LocalDate date) {
        if (date.isBefore(OLDEST_DATE)) {
            throw data.refuse(
                    RejectionCode.TIME_TOO_OLD, "date", "must not be before " + OLDEST_DATE + ", but is " + date);
        }
        LocalDate latest = clock.instant().plus(AHEAD).atOffset(EARLIEST_DATE).toLocalDate();
        if (date.isAfter(latest)) {
            throw data.refuse(RejectionCode.TIME_FUTURE, "date", "must have begun somewhere on earth, but is " + date);
        }
    }

    private WatchFact watch(FactId id, Envelope event, Members data) {
        LocalDate date = data.date("date");
        if (date == null) {
            event.requiredTime();
        } else {
            if (event.time() != null) {
                throw data.refuse(RejectionCode.FIELD_EXCLUDED, "date", "excludes time; leave out one of the two");
            }
            requireInTime(data, date);
        }
        Integer seconds = data.wholeInt("seconds", 0, WatchFact.LONGEST);
        WatchFact.Range range = range(data);
        if (seconds == null && range != null && range.to() - range.from() > WatchFact.LONGEST) {
            throw data.refuse(
                    RejectionCode.OUT_OF_RANGE,
                    "to",
                    "must be at most " + WatchFact.LONGEST + " seconds after from where seconds are not given");
        }
        return new WatchFact(
                id,
                event.time(),
                date,
                data.identifier("channel"),
                data.identifier("title"),
                data.identifier("session"),
                seconds,
                range,
                data.truth("completed"),
                data.text("platform", Texts.LONGEST_LABEL));
    }

    private static WatchFact.@Nullable Range range(Members data) {
        Long from = data.whole("from", 0, WatchFact.Range.LARGEST);
        Long to = data.whole("to", 0, WatchFact.Range.LARGEST);
        if (from == null && to == null) {
            return null;
        }
        long begin = data.required("from", from);
        long end = data.required("to", to);
        if (end <= begin) {
            throw data.refuse(
                    RejectionCode.OUT_OF_RANGE, "to", "must be greater than from (" + begin + "), but is " + end);
        }
        return new WatchFact.Range(begin, end);
    }

    private TitleFact title(FactId id, Envelope event, Members data) {
        String kind = data.required("kind", data.string("kind"));
        return new TitleFact(
                id,
                event.requiredTime(),
                TitleKind.ofCode(kind)
                        .filter(known -> known != TitleKind.UNKNOWN)
                        .orElseThrow(() -> data.refuse(
                                RejectionCode.OUT_OF_RANGE,
                                "kind",
                                "must be movie, episode, video or stream, but is " + Texts.shown(kind))),
                data.required("name", data.text("name", Texts.LONGEST_NAME)),
                data.text("show", Texts.LONGEST_NAME),
                data.text("showName", Texts.LONGEST_NAME),
                data.wholeInt("season", 0, TitleFact.LARGEST_NUMBER),
                data.wholeInt("episode", 0, TitleFact.LARGEST_NUMBER),
                data.texts("genres", TitleFact.MOST_GENRES, Texts.LONGEST_LABEL),
                data.wholeInt("runtimeSeconds", 1, TitleFact.LONGEST_RUNTIME),
                data.identifier("channel"));
    }

    private InteractionFact interaction(FactId id, Envelope event, Members data) {
        String channel = data.required("channel", data.identifier("channel"));
        String name = data.required("kind", data.string("kind"));
        InteractionFact.Kind kind = InteractionFact.Kind.ofCode(name)
                .orElseThrow(() -> data.refuse(
                        RejectionCode.OUT_OF_RANGE,
                        "kind",
                        "must be chat, subscription, cheer, gift or raid, but is " + Texts.shown(name)));
        Long bits = data.whole("bits", 0, InteractionFact.MOST_BITS);
        if (bits != null && kind != InteractionFact.Kind.CHEER) {
            throw data.refuse(RejectionCode.FIELD_EXCLUDED, "bits", "goes only with the kind cheer; leave it out");
        }
        return new InteractionFact(id, event.requiredTime(), channel, kind, bits == null ? 0 : bits);
    }

    private PauseFact pause(FactId id, Envelope event, Members data) {
        LocalDate from = data.required("from", data.date("from"));
        LocalDate to = data.required("to", data.date("to"));
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > Pause.LONGEST) {
            throw data.refuse(
                    RejectionCode.OUT_OF_RANGE,
                    "to",
                    "must make the pause 1 to " + Pause.LONGEST + " days long, but " + from + " to " + to + " is "
                            + days);
        }
        requireNear(data, from);
        return new PauseFact(id, event.requiredTime(), from, to);
    }

    /** A pause within a year of the years that facts may be of; anything else is a slip of the pen. */
    private static void requireNear(Members data, LocalDate from) {
        if (from.isBefore(OLDEST_DATE) || from.getYear() > 2_199) {
            throw data.refuse(RejectionCode.OUT_OF_RANGE, "from", "must be from 1900 to 2199, but is " + from);
        }
    }

    private RankingChoiceFact rankingChoice(FactId id, Envelope event, Members data) {
        return new RankingChoiceFact(id, event.requiredTime(), data.required("listed", data.truth("listed")));
    }

    private ChannelFact channel(FactId id, Envelope event, Members data) {
        return new ChannelFact(
                id, event.requiredTime(), data.text("name", Texts.LONGEST_NAME), data.identifier("creator"));
    }

    private RatingFact rating(FactId id, Envelope event, Members data) {
        return new RatingFact(
                id,
                event.requiredTime(),
                data.required("title", data.identifier("title")),
                data.required("score", data.wholeInt("score", 0, RatingFact.HIGHEST_SCORE)));
    }

    private ViewerFact viewer(FactId id, Envelope event, Members data) {
        String zone = data.required("zone", data.string("zone"));
        return new ViewerFact(
                id,
                event.requiredTime(),
                Zones.find(zone)
                        .orElseThrow(() -> data.refuse(
                                RejectionCode.ZONE_UNKNOWN,
                                "zone",
                                "must be UTC or a region such as Europe/Berlin, but is " + Texts.shown(zone))),
                data.text("name", Texts.LONGEST_NAME),
                data.text("email", Texts.LONGEST_EMAIL));
    }
}

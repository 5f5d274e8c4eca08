package dev.streakline.http.fact;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.streakline.application.access.Role;
import dev.streakline.application.fact.EventReader;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.RejectionCode;
import dev.streakline.application.fact.Sender;
import dev.streakline.application.fact.Space;
import dev.streakline.application.fact.Verdict;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.FactLog;
import dev.streakline.application.history.RecordFacts;
import dev.streakline.http.access.Caller;
import dev.streakline.http.exchange.Answers;
import dev.streakline.http.exchange.Bodies;
import dev.streakline.http.exchange.Json;
import dev.streakline.http.exchange.LimitedBody;
import dev.streakline.http.exchange.ProblemCode;
import dev.streakline.http.exchange.Refused;
import dev.streakline.http.exchange.Route;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.CharConversionException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes events in, and takes facts back. */
public final class EventRoutes {

    private static final List<String> ARRAYS = List.of("application/json", "application/cloudevents-batch+json");
    private static final List<String> STREAMS = List.of("application/x-ndjson", "application/ndjson");
    private static final int MOST_ITEMS = 1000;
    private static final long LARGEST_ARRAY = 4L * 1024 * 1024;
    private static final long LARGEST_STREAM = 4L * 1024 * 1024 * 1024;

    private final RecordFacts record;
    private final FactLog facts;

    /** Records into this log. */
    public EventRoutes(FactLog facts, InstantSource clock) {
        this.record = new RecordFacts(new EventReader(clock), facts);
        this.facts = facts;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.post("/api/events", Set.of(Role.INGEST, Role.VIEWER), this::take),
                new Route(
                        HandlerType.DELETE,
                        "/api/events/{source}/{id}",
                        Set.of(Role.INGEST, Role.VIEWER),
                        this::withdraw));
    }

    private void take(Context request, Caller caller) throws IOException {
        List<String> taken = new ArrayList<>(ARRAYS);
        taken.addAll(STREAMS);
        String type = Bodies.requireMediaType(request, taken);
        Sender sender =
                caller.may(Role.INGEST) ? new Sender.Anyone() : new Sender.Oneself(new ViewerId(caller.account()));
        Answers.json(request, STREAMS.contains(type) ? stream(request, sender) : array(request, sender));
    }

    /** An array is one transaction: nothing is stored before it has been read to its end. */
    private EventsAnswer array(Context request, Sender sender) throws IOException {
        List<EventTrees.Item> items = new ArrayList<>();
        try (JsonParser json = Json.FACTORY.createParser(LimitedBody.unpacked(request, LARGEST_ARRAY))) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw Refused.at("", "body.invalid", "The body must be an array of events.");
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (items.size() == MOST_ITEMS) {
                    throw Refused.because(
                            ProblemCode.REQUEST_TOO_LARGE,
                            "An array takes " + MOST_ITEMS + " events. Send several, or lines as " + STREAMS.get(0)
                                    + ".");
                }
                items.add(EventTrees.item(json));
            }
            if (json.nextToken() != null) {
                throw Refused.because(ProblemCode.REQUEST_MALFORMED, "There is more after the array.");
            }
        }
        EventsAnswer.Tally tally = new EventsAnswer.Tally();
        List<Verdict> verdicts = verdicts(items, sender);
        for (int i = 0; i < verdicts.size(); i++) {
            tally.item(i, verdicts.get(i));
        }
        return tally.answer();
    }

    private EventsAnswer stream(Context request, Sender sender) throws IOException {
        EventsAnswer.Tally tally = new EventsAnswer.Tally();
        EventLines lines = new EventLines(LimitedBody.unpacked(request, LARGEST_STREAM));
        List<Long> numbers = new ArrayList<>(MOST_ITEMS);
        List<EventTrees.Item> items = new ArrayList<>(MOST_ITEMS);
        boolean isMore = lines.next();
        while (isMore) {
            if (!lines.isBlank()) {
                numbers.add(lines.number());
                items.add(item(lines));
            }
            isMore = lines.next();
            if (items.size() == MOST_ITEMS || !isMore) {
                List<Verdict> verdicts = verdicts(items, sender);
                for (int i = 0; i < verdicts.size(); i++) {
                    tally.line(numbers.get(i), verdicts.get(i));
                }
                numbers.clear();
                items.clear();
            }
        }
        return tally.answer();
    }

    private static EventTrees.Item item(EventLines lines) throws IOException {
        if (lines.isTooLong()) {
            return refused("The line is longer than " + EventLines.LONGEST + " bytes.");
        }
        try (JsonParser json = lines.parser()) {
            json.nextToken();
            EventTrees.Item item = EventTrees.item(json);
            return json.nextToken() == null ? item : refused("There is more after the JSON object.");
        } catch (CharConversionException noText) {
            return refused("The line is not UTF-8.");
        } catch (JsonProcessingException broken) {
            return refused("The line is not JSON, or nests too deeply"
                    + (broken.getLocation() == null
                            ? "."
                            : ", at column " + broken.getLocation().getColumnNr() + "."));
        }
    }

    private static EventTrees.Item refused(String reason) {
        return new EventTrees.Item(Map.of(), new Rejection(RejectionCode.NOT_JSON, "", reason));
    }

    private List<Verdict> verdicts(List<EventTrees.Item> items, Sender sender) {
        List<Map<String, ?>> events = new ArrayList<>(items.size());
        for (EventTrees.Item item : items) {
            if (item.fault() == null) {
                events.add(item.event());
            }
        }
        Iterator<Verdict> recorded = record.record(events, sender).iterator();
        return items.stream()
                .map(item -> item.fault() == null ? recorded.next() : Verdict.rejected(item.fault()))
                .toList();
    }

    /** Of the facts about viewers; those of titles and channels are named by {@code about}. */
    private void withdraw(Context request, Caller caller) {
        String subject = request.queryParam("subject");
        if (subject == null || subject.isEmpty()) {
            throw Refused.parameter("subject", "is missing; name whom the fact is about.");
        }
        FactId id =
                id(space(request.queryParam("about")), subject, request.pathParam("source"), request.pathParam("id"));
        boolean isOwn = id.space() == Space.VIEWER && subject.equals(caller.account());
        if (!isOwn && !caller.may(Role.INGEST)) {
            throw unknown();
        }
        switch (facts.withdraw(id)) {
            case COUNTS, WITHDRAWN -> request.status(204);
            case UNKNOWN -> throw unknown();
        }
    }

    private static Refused unknown() {
        return Refused.because(ProblemCode.FACT_NOT_FOUND, "Nothing is known under this source, id and subject.");
    }

    private static Space space(@Nullable String about) {
        return switch (about == null ? "viewer" : about) {
            case "viewer" -> Space.VIEWER;
            case "title" -> Space.TITLE;
            case "channel" -> Space.CHANNEL;
            default -> throw Refused.parameter("about", "must be viewer, title or channel.");
        };
    }

    private static FactId id(Space space, String subject, String source, String id) {
        try {
            return new FactId(space, subject, source, id);
        } catch (IllegalArgumentException invalid) {
            throw Refused.at("", "parameter.invalid", String.valueOf(invalid.getMessage()));
        }
    }
}

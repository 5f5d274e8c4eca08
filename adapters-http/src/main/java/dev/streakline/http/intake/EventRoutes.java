package dev.streakline.http.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.streakline.application.access.Role;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.RejectionCode;
import dev.streakline.application.fact.Sender;
import dev.streakline.application.fact.SubjectType;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.Admission;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.intake.RecordFacts;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.AcceptedBody;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.LimitedBody;
import dev.streakline.http.web.ProblemCode;
import dev.streakline.http.web.ProblemException;
import dev.streakline.http.web.Route;
import dev.streakline.json.Json;
import dev.streakline.json.JsonTree;
import dev.streakline.json.LineSplitter;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The routes that record and withdraw events. */
public final class EventRoutes {

    private static final List<String> STREAMS = List.of("application/x-ndjson", "application/ndjson");
    private static final int MOST_ITEMS = 1000;
    private static final int MOST_BLANK_LINES = 10_000;
    private static final long LARGEST_ARRAY = 4L * 1024 * 1024;
    private static final long LARGEST_STREAM = 4L * 1024 * 1024 * 1024;
    private static final AcceptedBody BODY = new AcceptedBody(Map.of(
            "application/json",
            LARGEST_ARRAY,
            "application/cloudevents-batch+json",
            LARGEST_ARRAY,
            STREAMS.get(0),
            LARGEST_STREAM,
            STREAMS.get(1),
            LARGEST_STREAM));

    private final RecordFacts record;
    private final FactLog facts;
    private final Admission admission;

    /**
     * Records facts, and withdraws them from this log.
     *
     * @param admission may refuse withdrawals
     */
    public EventRoutes(RecordFacts record, FactLog facts, Admission admission) {
        this.record = record;
        this.facts = facts;
        this.admission = admission;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.post("/api/events", Set.of(Role.INGEST, Role.VIEWER), BODY, this::take),
                new Route(
                        HandlerType.DELETE,
                        "/api/events/{source}/{id}",
                        Set.of(Role.INGEST, Role.VIEWER),
                        this::withdraw));
    }

    private void take(Context request, Caller caller) throws IOException {
        String type = BODY.require(request.header("Content-Type"), request.req().getContentLengthLong());
        Sender sender = caller.may(Role.INGEST) ? new Sender.Ingest() : new Sender.Self(new ViewerId(caller.account()));
        Answers.json(request, STREAMS.contains(type) ? stream(request, sender) : array(request, sender));
    }

    /** An array is one transaction: nothing is stored before it has been read to its end. */
    private EventsAnswer array(Context request, Sender sender) throws IOException {
        List<ParseResult> parsed = new ArrayList<>();
        EventArray items = new EventArray(LimitedBody.unpacked(request, LARGEST_ARRAY));
        while (items.next()) {
            if (parsed.size() == MOST_ITEMS) {
                throw ProblemException.because(
                        ProblemCode.REQUEST_TOO_LARGE,
                        "An array may have at most " + MOST_ITEMS + " events. Send several arrays, or lines as "
                                + STREAMS.get(0) + ".");
            }
            parsed.add(parse(items, sender));
        }
        EventsAnswer.VerdictCounts tally = new EventsAnswer.VerdictCounts();
        List<IngestResult> results = record.append(parsed, sender);
        for (int i = 0; i < results.size(); i++) {
            tally.item(i, results.get(i));
        }
        return tally.answer();
    }

    private ParseResult parse(EventArray items, Sender sender) throws IOException {
        if (items.isTooLong()) {
            return refused("The item is longer than " + EventBytes.LONGEST + " bytes.");
        }
        try (JsonParser json = items.parser()) {
            json.nextToken();
            JsonTree item = JsonTree.read(json, Json.LONGEST_TEXT);
            if (item.fault() != null || json.nextToken() == null) {
                return parse(item, sender);
            }
        } catch (JsonProcessingException broken) {
            throw notJson(items);
        }
        throw notJson(items);
    }

    private static ProblemException notJson(EventArray items) {
        return ProblemException.because(
                ProblemCode.REQUEST_MALFORMED, "The body is not JSON: item " + items.index() + " cannot be read.");
    }

    private EventsAnswer stream(Context request, Sender sender) throws IOException {
        EventsAnswer.VerdictCounts tally = new EventsAnswer.VerdictCounts();
        LineSplitter lines = new LineSplitter(LimitedBody.unpacked(request, LARGEST_STREAM), EventBytes.LONGEST);
        List<Long> numbers = new ArrayList<>(MOST_ITEMS);
        List<ParseResult> parsed = new ArrayList<>(MOST_ITEMS);
        int blank = 0;
        boolean isMore = lines.next();
        while (isMore) {
            if (!lines.isBlank()) {
                numbers.add(lines.number());
                parsed.add(parse(lines, sender));
            } else if (++blank > MOST_BLANK_LINES) {
                throw ProblemException.because(
                        ProblemCode.REQUEST_MALFORMED,
                        "More than " + MOST_BLANK_LINES + " lines are blank. Remove them.");
            }
            isMore = lines.next();
            if (parsed.size() == MOST_ITEMS || !isMore) {
                List<IngestResult> results = record.append(parsed, sender);
                for (int i = 0; i < results.size(); i++) {
                    tally.line(numbers.get(i), results.get(i));
                }
                numbers.clear();
                parsed.clear();
            }
        }
        return tally.answer();
    }

    private ParseResult parse(LineSplitter lines, Sender sender) throws IOException {
        if (lines.isTooLong()) {
            return refused("The line is longer than " + EventBytes.LONGEST + " bytes.");
        }
        try (JsonParser json = Json.EVENTS.createParser(lines.bytes(), 0, lines.stored())) {
            json.nextToken();
            JsonTree item = JsonTree.read(json, Json.LONGEST_TEXT);
            return item.fault() != null || json.nextToken() == null
                    ? parse(item, sender)
                    : refused("There is more text after the JSON object.");
        } catch (CharConversionException noText) {
            return refused("The line is not UTF-8.");
        } catch (JsonProcessingException broken) {
            return refused("The line is not JSON"
                    + (broken.getLocation() == null
                            ? "."
                            : ", at column " + broken.getLocation().getColumnNr() + "."));
        }
    }

    private ParseResult parse(JsonTree item, Sender sender) {
        JsonTree.Fault fault = item.fault();
        return fault == null ? record.read(item.members(), sender) : refused(fault.pointer(), fault.reason());
    }

    private static ParseResult refused(String reason) {
        return refused("", reason);
    }

    private static ParseResult refused(String pointer, String reason) {
        return new ParseResult.Rejected(new Rejection(RejectionCode.NOT_JSON, pointer, reason));
    }

    /** For facts about viewers; {@code about} names those of titles and channels. */
    private void withdraw(Context request, Caller caller) {
        String subject = request.queryParam("subject");
        if (subject == null || subject.isEmpty()) {
            throw ProblemException.parameter("subject", "is missing; name the subject of the fact.");
        }
        FactId id =
                id(space(request.queryParam("about")), subject, request.pathParam("source"), request.pathParam("id"));
        if (!caller.may(Role.INGEST)) {
            requireOwn(id, caller);
        }
        switch (facts.withdraw(id)) {
            case ACTIVE, WITHDRAWN -> request.status(204);
            case UNKNOWN -> throw unknown();
        }
    }

    /** A viewer may withdraw only facts that they may send; the answer reveals nothing about others. */
    private void requireOwn(FactId id, Caller caller) {
        boolean isOwn = id.subjectType() == SubjectType.VIEWER && id.subject().equals(caller.account());
        if (!isOwn || facts.state(id) == FactLog.FactState.UNKNOWN) {
            throw unknown();
        }
        Rejection refusal = admission.refusalOfWithdrawal(id);
        if (refusal != null) {
            throw ProblemException.because(ProblemCode.AUTH_FORBIDDEN, "The fact " + refusal.reason());
        }
    }

    private static ProblemException unknown() {
        return ProblemException.because(ProblemCode.FACT_NOT_FOUND, "No fact has this source, id and subject.");
    }

    private static SubjectType space(@Nullable String about) {
        return switch (about == null ? "viewer" : about) {
            case "viewer" -> SubjectType.VIEWER;
            case "title" -> SubjectType.TITLE;
            case "channel" -> SubjectType.CHANNEL;
            default -> throw ProblemException.parameter("about", "must be viewer, title or channel.");
        };
    }

    private static FactId id(SubjectType subjectType, String subject, String source, String id) {
        try {
            return new FactId(subjectType, subject, source, id);
        } catch (IllegalArgumentException invalid) {
            throw ProblemException.at("", "parameter.invalid", String.valueOf(invalid.getMessage()));
        }
    }
}

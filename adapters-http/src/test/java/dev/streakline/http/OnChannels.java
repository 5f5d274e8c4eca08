package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import java.util.ArrayList;
import java.util.List;

/** What happens on channels of a service, and how lists of it are read. */
final class OnChannels {

    private final TestService service;
    private int facts;

    OnChannels(TestService service) {
        this.service = service;
    }

    /** A fact about a viewer, a second after the one before. */
    void event(String type, String viewer, String data) {
        facts++;
        service.send("POST", "/api/events", "ingest:app", """
                [{"specversion":"1.0","source":"app","id":"%d","type":"streakline.%s.v1","subject":"%s",
                  "time":"2026-03-30T20:00:%02dZ","data":{%s}}]""".formatted(facts, type, viewer, facts, data))
                .ok();
    }

    void watch(String viewer, String channel, int seconds) {
        event("watch", viewer, "\"channel\":\"" + channel + "\",\"seconds\":" + seconds);
    }

    void chat(String viewer, String channel) {
        event("interaction", viewer, "\"channel\":\"" + channel + "\",\"kind\":\"chat\"");
    }

    /** Folds and ranks, two seconds later than the last time. */
    void keep() {
        service.now = service.now.plusSeconds(2);
        new RefreshStatistics(service.store.statistics(), service.store.rankings(), service.parts.clock())
                .refresh(new Selection.Due(service.now));
    }

    /** The answer to ada, unless it is still that of a tag. */
    Answer again(String path, String tag) {
        return service.send(
                service.request(path, "viewer:ada").header("If-None-Match", tag).build());
    }

    /** Ada's answers are sent again only after a further session and a ranking. */
    void assertNotSentAgainWhileTheSame(List<String> paths) {
        watch("ada", "music", 60);
        keep();
        List<String> tags = paths.stream()
                .map(path -> service.get(path, "viewer:ada").header("ETag"))
                .toList();
        service.now = service.now.plusSeconds(2);
        assertStatus(paths, tags, 304);
        watch("ada", "music", 60);
        keep();
        assertStatus(paths, tags, 200);
    }

    private void assertStatus(List<String> paths, List<String> tags, int status) {
        for (int i = 0; i < paths.size(); i++) {
            assertThat(again(paths.get(i), tags.get(i)).status())
                    .as(paths.get(i))
                    .isEqualTo(status);
        }
    }

    /** A member of each item. */
    static List<String> texts(JsonNode items, String member) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.path(member).asText("-")));
        return texts;
    }

    /** A member of all items of a list, part after part. */
    List<String> paged(String path, String credential, String member) {
        JsonNode part = service.get(path, credential).ok();
        List<String> all = new ArrayList<>(texts(part.get("items"), member));
        while (part.has("nextCursor")) {
            String next = path + "&cursor=" + part.get("nextCursor").asText();
            part = service.get(next, credential).ok();
            all.addAll(texts(part.get("items"), member));
        }
        return all;
    }
}

package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streakline.application.intake.IntakeLimits;
import dev.streakline.application.intake.IntakeRules;
import dev.streakline.application.intake.OwnFacts;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeRulesTest {

    private static final String RULES = "/api/admin/intake-rules";
    private static final String LIMITS =
            "{\"eventsPerDay\":3,\"titles\":50000,\"channels\":5000,\"pauses\":200,\"zoneChangesPerDay\":1}";

    private final TestService service = new TestService();

    @AfterEach
    void stop() {
        service.close();
    }

    private static String play(String source, String id) {
        return "{\"specversion\":\"1.0\",\"source\":\"" + source + "\",\"id\":\"" + id
                + "\",\"type\":\"streakline.watch.v1\",\"subject\":\"ada\","
                + "\"time\":\"2026-03-30T08:00:00Z\",\"data\":{}}";
    }

    private JsonNode sent(String credential, String... events) {
        return service.send("POST", "/api/events", credential, "[" + String.join(",", events) + "]")
                .ok();
    }

    private void set(String viewerFacts) {
        service.send("PUT", RULES, "admin:root", "{\"viewerFacts\":\"" + viewerFacts + "\",\"limits\":" + LIMITS + "}")
                .ok();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/analytics/streak",
                "/api/analytics/milestones",
                "/api/analytics/calendar",
                "/api/analytics/viewing-time?period=month&date=2026-03-01",
                "/api/analytics/streak/pauses",
                "/api/viewer/me/channels",
                "/api/viewer/me/channels/chess/lifetime-stats"
            })
    void a_read_of_more_facts_than_fit_the_memory_is_refused(String path) {
        sent("ingest:shop", play("shop", "1"), play("shop", "2"));
        assertThat(service.get(path, "viewer:ada").status()).isEqualTo(200);
        service.mostFacts = 1;
        assertThat(service.get(path, "viewer:ada")
                        .problem(409, "history.too_long")
                        .get("detail")
                        .asText())
                .contains("room for 1 facts")
                .contains("Withdraw");
        withdrawn("ingest:shop", "shop", "2");
        assertThat(service.get(path, "viewer:ada").status()).isEqualTo(200);
    }

    private Answer withdrawn(String credential, String source, String id) {
        return service.send(service.request("/api/events/" + source + "/" + id + "?subject=ada", credential)
                .DELETE()
                .build());
    }

    @Test
    void an_admin_sees_and_sets_them() {
        JsonNode before =
                service.send(service.request(RULES, "admin:root").GET().build()).ok();
        assertThat(before.at("/limits/eventsPerDay").asInt()).isEqualTo(20_000);
        set("off");
        JsonNode after =
                service.send(service.request(RULES, "admin:root").GET().build()).ok();
        assertThat(after.at("/version").asInt()).isEqualTo(before.at("/version").asInt() + 1);
        assertThat(after.at("/viewerFacts").asText()).isEqualTo("off");
        assertThat(after.at("/limits/zoneChangesPerDay").asInt()).isEqualTo(1);
        assertThat(service.send(service.request(RULES, "ingest,reader,viewer:ada")
                                .GET()
                                .build())
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'viewerFacts':'maybe','limits':L} | /viewerFacts",
                "{'viewerFacts':'on','limits':{'eventsPerDay':0,'titles':1,'channels':1,'pauses':1,'zoneChangesPerDay':1}} | /limits"
            },
            quoteCharacter = '"')
    void rules_out_of_bounds_are_refused(String body, String pointer) {
        Answer answer = service.send(service.request(RULES, "admin:root")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"').replace(":L}", ":" + LIMITS + "}")))
                .build());
        assertThat(answer.problem(400, "request.invalid")
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo(pointer);
    }

    @Test
    void what_is_beyond_a_limit_is_rejected_item_by_item() {
        set("on");
        JsonNode answer = sent(
                "viewer:ada", play("app", "1"), play("app", "2"), play("app", "3"), play("app", "4"), play("app", "1"));
        assertThat(answer.at("/accepted").asInt()).isEqualTo(3);
        assertThat(answer.at("/items/3/code").asText()).isEqualTo("limit.exceeded");
        assertThat(answer.at("/items/4/outcome").asText()).isEqualTo("duplicate");
        assertThat(sent("ingest:shop", play("shop", "5")).at("/accepted").asInt())
                .isEqualTo(1);
    }

    @Test
    void changes_of_zone_keep_to_their_limit_and_other_changes_do_not_need_it() {
        set("off");
        service.send("PATCH", "/api/viewer/me", "viewer:ada", "{\"zone\":\"Asia/Tokyo\"}")
                .ok();
        service.send("PATCH", "/api/viewer/me", "viewer:ada", "{\"zone\":\"Europe/Berlin\"}")
                .problem(429, "limit.exceeded");
        service.send("PATCH", "/api/viewer/me", "viewer:ada", "{\"name\":\"Ada\"}")
                .ok();
        assertThat(service.send(service.request("/api/viewer/me", "viewer:ada")
                                .GET()
                                .build())
                        .ok()
                        .at("/zone")
                        .asText())
                .isEqualTo("Asia/Tokyo");
    }

    @Test
    void pauses_keep_to_the_limit_of_the_day_and_can_be_ended_all_the_same() {
        set("off");
        sent("ingest:shop", play("shop", "1"));
        String pauses = "/api/analytics/streak/pauses";
        for (int day = 1; day <= 5; day += 2) {
            Answer answer = service.send(
                    "POST",
                    pauses,
                    "viewer:ada",
                    "{\"from\":\"2026-05-0" + day + "\",\"to\":\"2026-05-0" + day + "\"}");
            if (day < 5) {
                assertThat(answer.status()).isEqualTo(201);
            } else {
                answer.problem(429, "limit.exceeded");
            }
        }
        assertThat(service.send(service.request(pauses + "?from=2026-05-01", "viewer:ada")
                                .DELETE()
                                .build())
                        .ok()
                        .at("/pauses"))
                .hasSize(1);
    }

    @Test
    void viewers_send_and_withdraw_nothing_where_the_rule_is_off() {
        sent("viewer:ada", play("app", "1"));
        service.store.intakeRules().adopt(new IntakeRules(OwnFacts.OFF, IntakeLimits.DEFAULT));
        JsonNode answer = sent("viewer:ada", play("app", "2"), play("app", "1"));
        assertThat(answer.at("/rejected").asInt()).isEqualTo(2);
        assertThat(answer.at("/items/0/code").asText()).isEqualTo("event.not_allowed");
        withdrawn("viewer:ada", "app", "1").problem(403, "auth.forbidden");
        withdrawn("viewer:ada", "app", "2").problem(404, "fact.not_found");
        withdrawn("viewer:bob", "app", "1").problem(404, "fact.not_found");
        assertThat(withdrawn("ingest:shop", "app", "1").status()).isEqualTo(204);
    }

    @Test
    void viewers_send_and_withdraw_nothing_under_a_source_of_ingest() {
        sent("ingest:shop", play("shop", "1"));
        assertThat(sent("viewer:ada", play("shop", "2"), play("streakline", "3"))
                        .at("/rejected")
                        .asInt())
                .isEqualTo(2);
        withdrawn("viewer:ada", "shop", "1").problem(403, "auth.forbidden");
        sent("viewer:ada", play("app", "1"));
        assertThat(withdrawn("viewer:ada", "app", "1").status()).isEqualTo(204);
    }
}

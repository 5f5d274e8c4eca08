package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ViewerAndAdminTest {

    private final TestService service = new TestService();

    @AfterEach
    void stop() {
        service.close();
    }

    private void watches(String viewer) {
        service.send("POST", "/api/events", "ingest:app", """
                [{"specversion":"1.0","source":"app","id":"1","type":"streakline.watch.v1","subject":"%s",
                  "time":"2026-03-30T20:00:00Z","data":{"seconds":3600}}]""".replace("%s", viewer))
                .ok();
    }

    @Nested
    class A_viewer {

        @Test
        void declares_a_pause_and_takes_it_back() {
            watches("ada");
            Answer declared = service.send(
                    "POST",
                    "/api/analytics/streak/pauses",
                    "viewer:ada",
                    "{\"from\":\"2026-04-02\",\"to\":\"2026-04-09\"}");
            assertThat(declared.status()).isEqualTo(201);
            assertThat(declared.json().at("/pauses/0/state").asText()).isEqualTo("upcoming");
            assertThat(service.send("DELETE", "/api/analytics/streak/pauses?from=2026-04-02", "viewer:ada", "")
                            .ok()
                            .get("pauses"))
                    .isEmpty();
            service.send("DELETE", "/api/analytics/streak/pauses?from=2026-04-02", "viewer:ada", "")
                    .problem(404, "pause.not_found");
        }

        @Test
        void cannot_declare_a_pause_that_has_begun() {
            watches("ada");
            JsonNode problem = service.send(
                            "POST",
                            "/api/analytics/streak/pauses",
                            "viewer:ada",
                            "{\"from\":\"2026-03-31\",\"to\":\"2026-04-09\"}")
                    .problem(400, "request.invalid");
            assertThat(problem.at("/errors/0/code").asText()).isEqualTo("pause.started");
        }

        @Test
        void changes_their_zone_and_reads_their_streak_by_it() {
            watches("ada");
            assertThat(service.send(
                                    "PATCH",
                                    "/api/viewer/me",
                                    "viewer:ada",
                                    "{\"zone\":\"Asia/Tokyo\",\"listed\":false}")
                            .ok()
                            .get("listed")
                            .asBoolean())
                    .isFalse();
            assertThat(service.get("/api/analytics/streak", "viewer:ada")
                            .ok()
                            .get("lastWatchedDate")
                            .asText())
                    .isEqualTo("2026-03-31");
            assertThat(service.send("PATCH", "/api/viewer/me", "viewer:ada", "{\"zone\":\"+02:00\"}")
                            .problem(400, "request.invalid")
                            .at("/errors/0/pointer")
                            .asText())
                    .isEqualTo("/zone");
        }

        @Test
        void is_answered_with_304_while_nothing_has_changed() {
            watches("ada");
            String tag = service.get("/api/analytics/streak", "viewer:ada").header("ETag");
            Answer again = service.send(service.request("/api/analytics/streak", "viewer:ada")
                    .header("If-None-Match", tag)
                    .build());
            assertThat(again.status()).isEqualTo(304);
            watches("ada");
            service.send("POST", "/api/events", "viewer:ada", """
                    [{"specversion":"1.0","source":"phone","id":"2","type":"streakline.watch.v1","subject":"ada",
                      "time":"2026-03-31T08:00:00Z","data":{}}]""").ok();
            assertThat(service.send(service.request("/api/analytics/streak", "viewer:ada")
                                    .header("If-None-Match", tag)
                                    .build())
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void folds_their_own_statistics() {
            watches("ada");
            JsonNode calculated = service.send("POST", "/api/analytics/calculate", "viewer:ada", "")
                    .ok();
            assertThat(calculated.get("currentStreak").asInt()).isEqualTo(1);
            assertThat(calculated.get("totalHours").decimalValue()).isEqualByComparingTo("1");
        }

        @Test
        void may_not_do_what_admins_do() {
            service.get("/api/admin/keys", "viewer:ada").problem(403, "auth.forbidden");
            service.get("/api/admin/policies", "reader:app").problem(403, "auth.forbidden");
            service.send("POST", "/api/admin/recalculations", "ingest:app", "{\"scope\":\"all\"}")
                    .problem(403, "auth.forbidden");
        }
    }

    @Nested
    class An_admin {

        @Test
        void makes_a_key_that_works_until_it_is_revoked() {
            Answer created = service.send(
                    "POST", "/api/admin/keys", "admin:root", "{\"account\":\"app\",\"roles\":[\"reader\",\"ingest\"]}");
            assertThat(created.status()).isEqualTo(201);
            String secret = created.json().get("secret").asText();
            String id = created.json().at("/key/id").asText();
            assertThat(service.as(secret, "/api/whoami").ok().get("account").asText())
                    .isEqualTo("app");
            assertThat(service.send("DELETE", "/api/admin/keys/" + id, "admin:root", "")
                            .status())
                    .isEqualTo(204);
            service.now = service.now.plusSeconds(5);
            service.as(secret, "/api/whoami").problem(401, "auth.invalid");
            assertThat(service.get("/api/admin/keys", "admin:root").ok().toString())
                    .doesNotContain(secret);
            assertThat(service.log).allSatisfy(line -> assertThat(line).doesNotContain(secret));
        }

        @Test
        void sets_the_rules_and_reads_them_back() {
            String shown = service.get("/api/admin/policies", "admin:root").ok().toString();
            String later = shown.replace("\"dayStart\":\"00:00\"", "\"dayStart\":\"04:00\"");
            JsonNode adopted = service.send("PUT", "/api/admin/policies", "admin:root", later)
                    .ok();
            assertThat(adopted.get("version").asInt()).isEqualTo(1);
            assertThat(adopted.get("dayStart").asText()).isEqualTo("04:00");
            assertThat(service.send("PUT", "/api/admin/policies", "admin:root", shown.replace("00:00", "07:00"))
                            .problem(400, "request.invalid")
                            .at("/errors/0/pointer")
                            .asText())
                    .isEqualTo("/dayStart");
        }

        @Test
        void asks_for_recalculations_and_pages_through_them() {
            for (int i = 0; i < 3; i++) {
                Answer asked = service.send("POST", "/api/admin/recalculations", "admin:root", "{\"scope\":\"all\"}");
                assertThat(asked.status()).isEqualTo(202);
                assertThat(service.get(asked.header("Location"), "admin:root")
                                .ok()
                                .get("state")
                                .asText())
                        .isEqualTo("waiting");
            }
            JsonNode first = service.get("/api/admin/recalculations?limit=2", "admin:root")
                    .ok();
            assertThat(first.get("items")).hasSize(2);
            JsonNode second = service.get(
                            "/api/admin/recalculations?limit=2&cursor="
                                    + first.get("nextCursor").asText(),
                            "admin:root")
                    .ok();
            assertThat(second.get("items")).hasSize(1);
            assertThat(second.get("nextCursor")).isNull();
            service.get("/api/admin/recalculations?cursor=nonsense", "admin:root")
                    .problem(400, "request.invalid");
            service.get("/api/admin/recalculations/unknown", "admin:root").problem(404, "run.not_found");
        }
    }
}

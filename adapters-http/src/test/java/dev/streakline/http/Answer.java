package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;

/** What the service has answered. */
record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException broken) {
            throw new AssertionError("no JSON: " + response.body(), broken);
        }
    }

    /** The answer, which must be well. */
    JsonNode ok() {
        assertThat(status()).as(response.body()).isEqualTo(200);
        return json();
    }

    /** The problem, which must have this status and code. */
    JsonNode problem(int status, String code) {
        assertThat(status()).as(response.body()).isEqualTo(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(json().get("code").asText()).isEqualTo(code);
        assertThat(json().get("status").asInt()).isEqualTo(status);
        return json();
    }
}

package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streakline.http.credential.Ids;
import dev.streakline.http.web.ProblemCode;
import dev.streakline.http.web.Route;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private static List<Route> routes() {
        try (TestService service = new TestService()) {
            return Routes.of(service.parts, new Ids(service.parts.clock(), new SecureRandom()), () -> "");
        }
    }

    private static Set<String> documented() throws JsonProcessingException {
        JsonNode paths =
                JsonMapper.builder().build().readTree(Contract.document()).get("paths");
        return paths.properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_route_is_in_the_document_and_nothing_else() throws JsonProcessingException {
        assertThat(routes().stream().map(route -> route.method().name() + " " + route.path()))
                .containsExactlyInAnyOrderElementsOf(documented());
    }

    @Test
    void no_route_is_there_twice() {
        assertThat(routes().stream().map(route -> route.method().name() + " " + route.path()))
                .doesNotHaveDuplicates();
    }

    @Test
    void only_what_operators_probe_and_readers_need_is_open() {
        assertThat(routes().stream().filter(route -> route.roles().isEmpty()).map(Route::path))
                .containsExactlyInAnyOrder("/livez", "/readyz", "/openapi.json", "/docs");
    }

    @Test
    void no_two_problems_have_one_code() {
        assertThat(Stream.of(ProblemCode.values()).map(ProblemCode::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+\\.[a-z_]+"));
        assertThat(Stream.of(ProblemCode.values()).map(ProblemCode::status)).allMatch(status -> status >= 400);
    }
}

package dev.streakline.http.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.access.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderClaimsTest {

    private static final long DAY = 86_400;
    private static final IdentityProvider PROVIDER = IdentityProvider.of("https://id.example.org", "streakline");

    private final SetClock clock = new SetClock();
    private final Map<String, Object> said = new HashMap<>(Map.of(
            "iss", "https://id.example.org", "aud", List.of("other", "streakline"), "sub", "ada", "exp", in(DAY)));

    private long in(long seconds) {
        return clock.instant().getEpochSecond() + seconds;
    }

    private Caller caller(String type, IdentityProvider provider) {
        return new ProviderClaims(provider, clock).caller(type, said);
    }

    private Caller caller() {
        return caller("JWT", PROVIDER);
    }

    private void assertRefused(String type, String why) {
        assertThatThrownBy(() -> caller(type, PROVIDER))
                .isInstanceOf(NotAuthenticatedException.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_caller_without_a_role_is_a_viewer() {
        assertThat(caller()).isEqualTo(new Caller("ada", Set.of(Role.VIEWER), "jwt:ada"));
    }

    @Test
    void the_claim_of_our_own_tokens_gives_no_role() {
        said.put("roles", List.of("admin"));
        assertThat(caller().roles()).containsExactly(Role.VIEWER);
    }

    @Test
    void roles_come_from_their_claim_and_other_values_grant_nothing() {
        said.put("streakline_roles", List.of("ingest", "offline_access", 7));
        assertThat(caller().roles()).containsExactly(Role.INGEST);
        said.put("streakline_roles", "admin");
        assertThat(caller().roles()).containsExactly(Role.ADMIN);
        said.put("streakline_roles", Map.of("admin", true));
        assertThat(caller().roles()).containsExactly(Role.VIEWER);
    }

    @Test
    void claim_and_values_are_those_of_the_provider() {
        IdentityProvider groups = new IdentityProvider(
                PROVIDER.issuer(), PROVIDER.audience(), "realm_access.roles", Map.of("media-admins", Role.ADMIN));
        said.put("realm_access", Map.of("roles", List.of("media-admins", "admin", "ingest")));
        assertThat(caller("JWT", groups).roles()).containsExactly(Role.ADMIN);
        said.put("realm_access.roles", List.of("other"));
        assertThat(caller("JWT", groups).roles()).containsExactly(Role.VIEWER);
    }

    @ParameterizedTest
    @CsvSource({"iss,https://id.example.org.evil", "aud,other"})
    void tokens_for_or_by_others_are_refused(String claim, String value) {
        said.put(claim, value);
        assertRefused("JWT", "not valid");
        said.remove(claim);
        assertRefused("JWT", "not valid");
    }

    @ParameterizedTest
    @CsvSource({"at_hash,x", "c_hash,x", "s_hash,x", "nonce,x", "typ,ID", "token_use,id"})
    void id_tokens_are_refused(String claim, String value) {
        said.put(claim, value);
        assertRefused("JWT", "ID token");
        assertRefused("", "ID token");
    }

    @Test
    void an_access_token_may_hold_a_nonce() {
        said.put("nonce", "x");
        assertThat(caller("at+jwt", PROVIDER).account()).isEqualTo("ada");
        assertThat(caller("application/AT+JWT", PROVIDER).account()).isEqualTo("ada");
        said.put("typ", "Bearer");
        assertThat(caller().account()).isEqualTo("ada");
    }

    @Test
    void a_token_lives_for_thirty_days_at_most() {
        said.put("exp", in(30 * DAY + 30));
        assertThat(caller().account()).isEqualTo("ada");
        said.put("exp", in(30 * DAY + 31));
        assertRefused("JWT", "30 days");
        said.put("iat", in(-DAY));
        said.put("exp", in(29 * DAY + 30));
        assertThat(caller().account()).isEqualTo("ada");
        said.put("exp", in(29 * DAY + 31));
        assertRefused("JWT", "30 days");
    }

    @Test
    void a_token_was_issued_already() {
        said.put("iat", in(30));
        assertThat(caller().account()).isEqualTo("ada");
        said.put("iat", in(31));
        assertRefused("JWT", "in the future");
        said.put("iat", "today");
        assertRefused("JWT", "its iat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void a_provider_has_an_issuer_an_audience_and_a_claim(String blank) {
        assertThatThrownBy(() -> IdentityProvider.of(blank, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IdentityProvider.of("x", blank)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IdentityProvider("x", "x", blank, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

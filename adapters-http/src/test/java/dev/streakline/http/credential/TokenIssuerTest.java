package dev.streakline.http.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.access.Role;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenIssuerTest {

    private static final TokenSecret SECRET = new TokenSecret(Forge.SECRET);

    private final SetClock clock = new SetClock();
    private final TokenIssuer issuer = new TokenIssuer(SECRET, Audience.ANY, clock);
    private final Tokens tokens = Tokens.ofSecret(SECRET, Audience.ANY, clock);

    @Test
    void what_is_issued_is_accepted_until_half_a_minute_after_its_end() {
        TokenIssuer.Issued issued = issuer.issue("ünï 🔑\"", EnumSet.allOf(Role.class), Duration.ofHours(1));
        assertThat(issued.expiresAt()).isEqualTo(clock.instant().plusSeconds(3_600));
        Caller caller = tokens.caller(issued.token());
        assertThat(caller.account()).isEqualTo("ünï 🔑\"");
        assertThat(caller.roles()).containsExactly(Role.values());
        clock.move(Duration.ofSeconds(3_629));
        assertThat(tokens.caller(issued.token())).isEqualTo(caller);
        clock.move(Duration.ofSeconds(1));
        assertThatThrownBy(() -> tokens.caller(issued.token()))
                .isInstanceOfSatisfying(
                        NotAuthenticatedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(NotAuthenticatedException.AuthCode.EXPIRED));
    }

    @ParameterizedTest
    @CsvSource({"30, true", "31, false"})
    void what_holds_later_is_accepted_half_a_minute_before(int seconds, boolean accepted) {
        String token = Forge.hs256(
                Forge.HEADER,
                "{\"sub\":\"ada\",\"exp\":" + clock.second(60) + ".5,\"nbf\":" + clock.second(seconds) + "}");
        if (accepted) {
            assertThat(tokens.caller(token).roles()).containsExactly(Role.VIEWER);
        } else {
            assertThatThrownBy(() -> tokens.caller(token)).isInstanceOf(NotAuthenticatedException.class);
        }
    }

    @Test
    void issuer_and_audience_are_looked_at_where_they_are_expected() {
        Audience mine = new Audience("me", "streakline");
        Tokens strict = Tokens.ofSecret(SECRET, mine, clock);
        Duration hour = Duration.ofHours(1);
        Set<Role> viewer = Set.of(Role.VIEWER);
        assertThat(strict.caller(new TokenIssuer(SECRET, mine, clock)
                                .issue("ada", viewer, hour)
                                .token())
                        .account())
                .isEqualTo("ada");
        assertThat(strict.caller(claiming("\"iss\":\"me\",\"aud\":[\"other\",\"streakline\"]"))
                        .account())
                .isEqualTo("ada");
        for (String wrong : Set.of(
                "\"iss\":\"me\"",
                "\"aud\":\"streakline\"",
                "\"iss\":\"Me\",\"aud\":\"streakline\"",
                "\"iss\":[\"me\"],\"aud\":\"streakline\"",
                "\"iss\":\"me\",\"aud\":[]",
                "\"iss\":\"me\",\"aud\":[[\"streakline\"]]",
                "\"iss\":\"me\",\"aud\":\"streakline2\"",
                "\"iss\":\"me\",\"aud\":null")) {
            assertThatThrownBy(() -> strict.caller(claiming(wrong)))
                    .as(wrong)
                    .isInstanceOf(NotAuthenticatedException.class);
        }
        assertThat(tokens.caller(claiming("\"iss\":\"x\",\"aud\":\"y\"")).account())
                .isEqualTo("ada");
    }

    private String claiming(String claims) {
        return Forge.hs256(Forge.HEADER, "{\"sub\":\"ada\",\"exp\":" + clock.second(60) + "," + claims + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.999S", "PT-1H", "PT720H0.000000001S", "PT2562047788015215H"})
    void nothing_is_issued_for_ever_or_for_no_time(String life) {
        assertThatThrownBy(() -> issuer.issue("ada", Set.of(Role.VIEWER), Duration.parse(life)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("30 days");
    }

    @Test
    void nothing_is_issued_to_nobody() {
        assertThatThrownBy(() -> issuer.issue("", Set.of(Role.VIEWER), Duration.ofDays(30)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> issuer.issue("ada", Set.of(), Duration.ofDays(30)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_secret_has_32_bytes_and_is_never_shown() {
        assertThat(new TokenSecret("é".repeat(16)).bytes()).hasSize(32);
        assertThatThrownBy(() -> new TokenSecret("x".repeat(31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("xxx");
        assertThat(SECRET.toString() + issuer.issue("ada", Set.of(Role.VIEWER), Duration.ofDays(30)))
                .doesNotContain(Forge.SECRET, "eyJ");
    }
}

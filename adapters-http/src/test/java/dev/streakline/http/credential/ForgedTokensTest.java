package dev.streakline.http.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.access.Role;
import dev.streakline.application.memory.InMemoryApiKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no credential, though it looks like one. */
class ForgedTokensTest {

    private static final String CLAIMS = "{\"sub\":\"ada\",\"roles\":[\"viewer\"],\"exp\":1778415600}";

    private final SetClock clock = new SetClock();
    private final Authentication authentication = new Authentication(
            new InMemoryApiKeys(), Tokens.ofSecret(new TokenSecret(Forge.SECRET), Audience.ANY, clock), clock);

    private void assertRefused(String code, String authorization) {
        assertThatThrownBy(() -> authentication.authenticate(authorization))
                .isInstanceOfSatisfying(
                        NotAuthenticatedException.class,
                        refused -> assertThat(refused.code().code()).isEqualTo(code))
                .satisfies(refused -> {
                    String said = String.valueOf(refused.getMessage());
                    assertThat(refused).hasNoCause();
                    assertThat(Pattern.compile("[^. ]{9,}")
                                    .matcher(authorization)
                                    .results())
                            .noneMatch(part -> said.contains(part.group()));
                });
    }

    @Test
    void a_right_token_is_accepted() {
        assertThat(authentication.authenticate("Bearer " + Forge.hs256(Forge.HEADER, CLAIMS)))
                .isEqualTo(new Caller("ada", Set.of(Role.VIEWER), "jwt:ada"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"HS256\"}",
                "{\"alg\":\"HS256\",\"typ\":\"jwt\"}",
                "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}",
                "{\"typ\":\"JWT\",\"alg\":\"HS256\",\"kid\":\"../../../../dev/null\"}",
                "{\"alg\":\"HS256\",\"kid\":\"x' or 1=1 --\",\"unknown\":1}"
            })
    void a_header_may_have_other_members(String header) {
        assertThatCode(() -> authentication.authenticate("Bearer " + Forge.hs256(header, CLAIMS)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"alg":"none"}
            {"alg":"None","typ":"JWT"}
            {"alg":"HS384"}
            {"alg":"HS512"}
            {"alg":"hs256"}
            {"alg":"RS256"}
            {"alg":"ES256"}
            {"alg":"dir","enc":"A256GCM"}
            {"alg":""}
            {"alg":null}
            {"alg":["HS256"]}
            {"typ":"JWT"}
            {"alg":"HS256","alg":"none"}
            {"alg":"none","alg":"HS256"}
            {"alg":"HS256","typ":"JOSE"}
            {"alg":"HS256","typ":"secevent+jwt"}
            {"alg":"HS256","typ":1}
            {"alg":"HS256","cty":"JWT"}
            {"alg":"HS256","zip":"DEF"}
            {"alg":"HS256","crit":["exp"],"exp":1}
            {"alg":"HS256","crit":[]}
            {"alg":"HS256","b64":false,"crit":["b64"]}
            {"alg":"HS256","b64":false}
            {"alg":"HS256","jwk":{"kty":"oct","k":"YSBzZWNyZXQgb2YgdGhlIHRlc3RzLCBsb25nIGVub3VnaA"}}
            {"alg":"HS256","jwk":{"kty":"RSA","n":"AQAB","e":"AQAB"}}
            {"alg":"HS256","jku":"https://evil.example/keys"}
            {"alg":"HS256","x5u":"https://evil.example/cert"}
            {"alg":"HS256","x5c":["MIIB"]}
            {"alg":"HS256","kid":1}
            {"alg":"HS256"
            {"alg":"HS256"}{"alg":"HS256"}
            []
            null
            "HS256"
            ``
            """)
    void a_header_that_asks_for_something_else_is_refused_though_the_signature_is_right(String header) {
        assertRefused("auth.invalid", "Bearer " + Forge.hs256(header, CLAIMS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"exp":EXP}                                        | auth.invalid
            {"sub":"ada"}                                      | auth.invalid
            {"sub":"ada","exp":null}                           | auth.invalid
            {"sub":"ada","exp":"EXP"}                          | auth.invalid
            {"sub":"ada","exp":true}                           | auth.invalid
            {"sub":"ada","exp":-1}                             | auth.invalid
            {"sub":"ada","exp":253402300800}                   | auth.invalid
            {"sub":"ada","exp":9223372036854775807}            | auth.invalid
            {"sub":"ada","exp":92233720368547758070}           | auth.invalid
            {"sub":"ada","exp":1e400}                          | auth.invalid
            {"sub":"ada","exp":NaN}                            | auth.invalid
            {"sub":"ada","exp":0}                              | auth.expired
            {"sub":"ada","exp":1778414370}                     | auth.expired
            {"sub":"ada","exp":EXP,"nbf":1778414431}           | auth.invalid
            {"sub":"ada","exp":EXP,"nbf":"1"}                  | auth.invalid
            {"sub":"ada","exp":EXP,"nbf":null}                 | auth.invalid
            {"sub":"ada","exp":EXP,"roles":"admin"}            | auth.invalid
            {"sub":"ada","exp":EXP,"roles":["viewer","root"]}  | auth.invalid
            {"sub":"ada","exp":EXP,"roles":["ADMIN"]}          | auth.invalid
            {"sub":"ada","exp":EXP,"roles":[["admin"]]}        | auth.invalid
            {"sub":"ada","exp":EXP,"roles":[null]}             | auth.invalid
            {"sub":"ada","exp":EXP,"roles":[]}                 | auth.invalid
            {"sub":"ada","exp":EXP,"roles":null}               | auth.invalid
            {"sub":"ada","exp":EXP,"roles":{"admin":true}}     | auth.invalid
            {"sub":"","exp":EXP}                               | auth.invalid
            {"sub":null,"exp":EXP}                             | auth.invalid
            {"sub":1,"exp":EXP}                                | auth.invalid
            {"sub":["ada"],"exp":EXP}                          | auth.invalid
            {"sub":"LONG","exp":EXP}                           | auth.invalid
            {"sub":"a\\u0000","exp":EXP}                       | auth.invalid
            {"sub":"a\\n","exp":EXP}                           | auth.invalid
            {"sub":"a\\ud800","exp":EXP}                       | auth.invalid
            {"sub":"ada","sub":"eve","exp":EXP}                | auth.invalid
            {"sub":"ada","exp":1,"exp":EXP}                    | auth.invalid
            {"sub":"ada","exp":EXP                             | auth.invalid
            {"sub":"ada","exp":EXP} {}                         | auth.invalid
            ["sub","ada"]                                      | auth.invalid
            null                                               | auth.invalid
            ada                                                | auth.invalid
            """)
    void claims_without_a_valid_subject_and_expiry_are_refused(String claims, String code) {
        String said = claims.replace("EXP", "1778415600").replace("LONG", "x".repeat(129));
        assertRefused(code, "Bearer " + Forge.hs256(Forge.HEADER, said));
    }

    @Test
    void a_signature_that_is_not_of_the_secret_is_refused() {
        String right = Forge.hs256(Forge.HEADER, CLAIMS);
        String unsigned = right.substring(0, right.lastIndexOf('.') + 1);
        for (String wrong : List.of(
                Forge.hs256(Forge.HEADER, CLAIMS, new byte[32]),
                Forge.hs256(Forge.HEADER, CLAIMS, "secret".getBytes(StandardCharsets.UTF_8)),
                right.substring(0, right.length() - 1),
                right.substring(0, right.length() - 4),
                right + "AAAA",
                right.replace(Forge.base64(CLAIMS), Forge.base64(CLAIMS.replace("viewer", "admin"))),
                unsigned,
                unsigned + Forge.base64(new byte[32]),
                unsigned.substring(0, unsigned.length() - 1),
                right + "." + Forge.base64("{}"),
                right + ".a.b",
                "." + right,
                "..",
                ".",
                "a.b.c",
                "abc")) {
            assertRefused("auth.invalid", "Bearer " + wrong);
        }
    }

    @Test
    void deep_and_long_claims_are_refused_and_break_nothing() {
        String deep = "{\"sub\":\"ada\",\"exp\":1778415600,\"x\":" + "[".repeat(5_000) + "]".repeat(900) + "}";
        assertRefused("auth.invalid", "Bearer " + Forge.hs256(Forge.HEADER, deep));
        String deepHeader = "{\"alg\":\"HS256\",\"x\":" + "{\"x\":".repeat(1_000) + "1" + "}".repeat(1_000) + "}";
        assertRefused("auth.invalid", "Bearer " + Forge.hs256(deepHeader, "{\"sub\":\"LONG\",\"exp\":1}"));
        String padded = CLAIMS.replace("{", "{" + " ".repeat(20_000));
        assertRefused("auth.malformed", "Bearer " + Forge.hs256(Forge.HEADER, padded));
    }

    @Test
    void a_token_of_8192_characters_is_read_and_one_more_is_not() {
        String short1 = Forge.hs256(Forge.HEADER, CLAIMS);
        int room = (Tokens.LONGEST - short1.length()) * 3 / 4;
        String longest = Forge.hs256(Forge.HEADER, CLAIMS.replace("{", "{" + " ".repeat(room)));
        assertThat(longest.length()).isBetween(Tokens.LONGEST - 2, Tokens.LONGEST);
        assertThat(authentication.authenticate("Bearer " + longest).account()).isEqualTo("ada");
        String longer = Forge.hs256(Forge.HEADER, CLAIMS.replace("{", "{" + " ".repeat(room + 3)));
        assertThat(longer.length()).isGreaterThan(Tokens.LONGEST);
        assertRefused("auth.malformed", "Bearer " + longer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``               | auth.missing
            `   `            | auth.missing
            Bearer           | auth.malformed
            `Bearer `        | auth.malformed
            TOKEN            | auth.malformed
            BearerTOKEN      | auth.malformed
            Bearer: TOKEN    | auth.malformed
            Basic YWRhOmFkYQ== | auth.malformed
            Token TOKEN      | auth.malformed
            Bearer TOKEN x   | auth.malformed
            Bearer TOKEN, Bearer TOKEN | auth.malformed
            ` Bearer TOKEN`  | auth.malformed
            `Bearer TOKEN `  | auth.malformed
            Bearer\tTOKEN    | auth.malformed
            Bearer "TOKEN"   | auth.malformed
            Bearer TOKENé    | auth.malformed
            Bearer ＴOKEN    | auth.malformed
            Bearer =         | auth.malformed
            Bearer null      | auth.invalid
            Bearer undefined | auth.invalid
            Bearer slk_      | auth.invalid
            Bearer slk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA  | auth.invalid
            Bearer slk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | auth.invalid
            Bearer SLK_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA  | auth.invalid
            """)
    void a_header_that_holds_no_credential_is_refused(String header, String code) {
        assertRefused(
                code, header.replace("TOKEN", Forge.hs256(Forge.HEADER, CLAIMS)).replace("\\t", "\t"));
    }

    @Test
    void no_header_is_no_credential() {
        assertThatThrownBy(() -> authentication.authenticate(null))
                .isInstanceOfSatisfying(
                        NotAuthenticatedException.class,
                        refused -> assertThat(refused.code().code()).isEqualTo("auth.missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "Bearer  ", "bEaReR    "})
    void the_scheme_is_of_any_case_and_one_space_or_more_follow(String before) {
        assertThat(authentication
                        .authenticate(before + Forge.hs256(Forge.HEADER, CLAIMS))
                        .account())
                .isEqualTo("ada");
    }
}

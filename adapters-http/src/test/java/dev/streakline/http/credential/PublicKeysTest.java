package dev.streakline.http.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Resource;
import com.sun.net.httpserver.HttpServer;
import dev.streakline.application.history.StoreUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeysTest {

    private static final RSAKey RSA = rsa("one", 2_048);
    private static final RSAKey OTHER_RSA = rsa("two", 2_048);
    private static final ECKey EC = ec();

    private static final IdentityProvider PROVIDER = IdentityProvider.of("https://id.example.org", "streakline");

    private final SetClock clock = new SetClock();
    private String served = set(RSA, EC);
    private @Nullable IOException failing;
    private int read;
    private volatile CountDownLatch answering = new CountDownLatch(0);

    private final Tokens tokens = Tokens.of(
            PublicKeys.of(URI.create("https://id.example.org/keys"), url -> new Resource(serve(), null), clock),
            PROVIDER,
            clock);

    private String serve() throws IOException {
        read++;
        try {
            answering.await();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
        if (failing != null) {
            throw failing;
        }
        return served;
    }

    private static String text(String address) throws IOException {
        return new PublicKeys.DirectRetriever()
                .retrieveResource(URI.create(address).toURL())
                .getContent();
    }

    private static RSAKey rsa(String id, int bits) {
        try {
            return new RSAKeyGenerator(bits, true).keyID(id).generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static ECKey ec() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String set(JWK... keys) {
        return new JWKSet(Arrays.asList(keys)).toString(true);
    }

    private String signed(JWK key, @Nullable String keyId) throws JOSEException {
        String claims = "{\"iss\":\"https://id.example.org\",\"aud\":\"streakline\",\"sub\":\"ada\",\"exp\":"
                + clock.second(86_400) + "}";
        if (key instanceof ECKey ec) {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keyId).build();
            JWSObject token = new JWSObject(header, new Payload(claims));
            token.sign(new ECDSASigner(ec));
            return token.serialize();
        }
        String header = "{\"alg\":\"RS256\"" + (keyId == null ? "" : ",\"kid\":\"" + keyId + "\"") + "}";
        return Forge.rs256(header, claims, key.toRSAKey().toPrivateKey());
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> tokens.caller(token))
                .isInstanceOfSatisfying(
                        NotAuthenticatedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(NotAuthenticatedException.AuthCode.INVALID));
    }

    @Test
    void tokens_of_both_algorithms_are_accepted_with_or_without_the_name_of_the_key() throws JOSEException {
        for (JWK key : new JWK[] {RSA, EC}) {
            assertThat(tokens.caller(signed(key, key.getKeyID())).account()).isEqualTo("ada");
            assertThat(tokens.caller(signed(key, null)).credential()).isEqualTo("jwt:ada");
        }
        assertThat(read).isEqualTo(1);
    }

    @Test
    void a_key_that_is_not_in_the_set_is_refused_whatever_it_is_called() throws JOSEException {
        assertRefused(signed(OTHER_RSA, "one"));
        assertRefused(signed(OTHER_RSA, "two"));
        assertRefused(signed(OTHER_RSA, "../../etc/keys"));
        assertRefused(signed(OTHER_RSA, null));
        assertRefused(signed(RSA, "curve"));
    }

    @Test
    void a_public_key_is_no_secret() throws JOSEException {
        for (byte[] secret : new byte[][] {
            RSA.toPublicKey().getEncoded(),
            RSA.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
            RSA.getModulus().decode(),
            EC.toPublicKey().getEncoded()
        }) {
            String claims = "{\"sub\":\"ada\",\"exp\":" + clock.second(60) + "}";
            assertRefused(Forge.hs256(Forge.HEADER, claims, secret));
            assertRefused(Forge.hs256("{\"alg\":\"HS256\",\"kid\":\"one\"}", claims, secret));
            assertRefused(Forge.hs256("{\"alg\":\"RS256\",\"kid\":\"one\"}", claims, secret));
        }
    }

    @Test
    void a_symmetric_or_a_weak_key_in_the_set_does_not_count() throws JOSEException {
        RSAKey weak = rsa("weak", 1_024);
        served = "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"shared\",\"k\":\"" + Forge.base64(Forge.SECRET) + "\"},"
                + weak.toPublicJWK().toJSONString() + ",{\"kty\":\"unheard of\"}]}";
        assertRefused(Forge.hs256(
                "{\"alg\":\"HS256\",\"kid\":\"shared\"}", "{\"sub\":\"ada\",\"exp\":" + clock.second(60) + "}"));
        assertRefused(signed(weak, "weak"));
        assertRefused(signed(weak, null));
    }

    @Test
    void a_new_key_is_found_by_reading_again_every_half_minute_at_most() throws JOSEException {
        tokens.caller(signed(RSA, "one"));
        served = set(RSA, OTHER_RSA);
        assertRefused(signed(OTHER_RSA, "two"));
        assertRefused(signed(OTHER_RSA, "three"));
        assertThat(read).isEqualTo(1);
        clock.move(Duration.ofSeconds(31));
        assertThat(tokens.caller(signed(OTHER_RSA, "two")).account()).isEqualTo("ada");
        for (int i = 0; i < 100; i++) {
            assertRefused(signed(EC, "unknown" + i));
        }
        assertThat(read).isEqualTo(2);
    }

    @Test
    void a_key_that_is_taken_away_counts_for_five_minutes_more() throws JOSEException {
        tokens.caller(signed(RSA, "one"));
        served = set(EC);
        clock.move(Duration.ofMinutes(5));
        tokens.caller(signed(RSA, "one"));
        clock.move(Duration.ofSeconds(1));
        assertRefused(signed(RSA, "one"));
    }

    @Test
    void the_last_keys_go_on_to_count_while_new_ones_cannot_be_read() throws JOSEException {
        tokens.caller(signed(RSA, "one"));
        failing = new IOException("gone");
        clock.move(Duration.ofHours(1));
        for (int i = 0; i < 10; i++) {
            tokens.caller(signed(RSA, "one"));
        }
        assertThat(read).isEqualTo(2);
    }

    @Test
    void cached_keys_expire_although_the_clock_is_set_back() throws JOSEException {
        tokens.caller(signed(RSA, "one"));
        served = set(EC);
        clock.move(Duration.ofHours(-1));
        String token = signed(RSA, "one");
        assertThat(tokens.caller(token).account()).isEqualTo("ada");
        clock.move(Duration.ofSeconds(301));
        assertRefused(token);
    }

    @Test
    @Timeout(10)
    void a_slow_provider_delays_no_request_before_the_keys_expire() throws JOSEException {
        tokens.caller(signed(RSA, "one"));
        answering = new CountDownLatch(1);
        clock.move(Duration.ofSeconds(299));
        for (int i = 0; i < 100; i++) {
            assertThat(tokens.caller(signed(RSA, "one")).account()).isEqualTo("ada");
        }
        answering.countDown();
    }

    @Test
    void keys_that_were_never_read_prove_nothing_about_the_caller() throws JOSEException {
        failing = new IOException("gone");
        String token = signed(RSA, "one");
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> tokens.caller(token))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasRootCauseMessage("gone");
        }
        assertThat(read).isEqualTo(1);
        failing = null;
        clock.move(Duration.ofSeconds(31));
        assertThat(tokens.caller(token).account()).isEqualTo("ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"keys\":{}}", "{\"keys\":[{\"kty\":\"RSA\"}]}", "<html>", "null"})
    void what_is_no_set_of_keys_cannot_be_read(String text) throws JOSEException {
        served = text;
        String token = signed(RSA, "one");
        assertThatThrownBy(() -> tokens.caller(token)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_file_of_keys_is_read_and_a_huge_one_is_not(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("keys.json"), set(RSA.toPublicJWK()));
        String token = signed(RSA, null);
        assertThat(Tokens.ofKeyFile(file, PROVIDER, clock).caller(token).account())
                .isEqualTo("ada");
        Files.writeString(file, set(RSA.toPublicJWK()) + " ".repeat(200_000));
        assertThatThrownBy(() -> Tokens.ofKeyFile(file, PROVIDER, clock).caller(token))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> Tokens.ofKeyFile(folder, PROVIDER, clock).caller(token))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_url_without_an_answer_proves_nothing_about_the_caller() throws JOSEException {
        String token = signed(RSA, "one");
        assertThatThrownBy(() -> Tokens.ofKeyUrl(URI.create("https://127.0.0.1:1/keys"), PROVIDER, clock)
                        .caller(token))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org/keys", "file:///etc/passwd", "https:keys", "keys", "jar:https://a/b!/c"})
    void keys_are_taken_from_https_only(String url) {
        assertThatThrownBy(() -> Tokens.ofKeyUrl(URI.create(url), PROVIDER, clock))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keys_are_not_fetched_from_where_a_redirect_leads() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/keys");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(text(address + "/keys")).isEqualTo("{}");
            assertThatThrownBy(() -> text(address + "/moved")).isInstanceOf(IOException.class);
        } finally {
            server.stop(0);
        }
    }
}

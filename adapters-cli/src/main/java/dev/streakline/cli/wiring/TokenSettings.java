package dev.streakline.cli.wiring;

import dev.streakline.application.access.Role;
import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.http.credential.Audience;
import dev.streakline.http.credential.IdentityProvider;
import dev.streakline.http.credential.TokenIssuer;
import dev.streakline.http.credential.TokenSecret;
import dev.streakline.http.credential.Tokens;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The environment's settings for accepted tokens: those signed with a secret, or those of an external issuer's keys.
 */
final class TokenSettings {

    /** The variable with the secret; without it, the secret is in the data folder. */
    static final String SECRET = "STREAKLINE_SECRET";

    private static final String KEYS = "STREAKLINE_JWKS";
    private static final String ISSUER = "STREAKLINE_TOKEN_ISSUER";
    private static final String AUDIENCE = "STREAKLINE_TOKEN_AUDIENCE";
    private static final String ROLES_CLAIM = "STREAKLINE_ROLES_CLAIM";
    private static final String ROLES = "STREAKLINE_ROLES";

    private final @Nullable Path data;
    private final Map<String, String> environment;
    private final InstantSource clock;

    TokenSettings(@Nullable Path data, Map<String, String> environment, InstantSource clock) {
        this.data = data;
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * The tokens that the service accepts.
     *
     * @param notices receives a line when a secret was made
     * @throws CommandFailedException when the settings are wrong
     */
    Tokens accepted(Consumer<String> notices) {
        String keys = setting(KEYS);
        if (keys == null) {
            return Tokens.ofSecret(secret(notices), audience(), clock);
        }
        if (setting(SECRET) != null) {
            throw wrong(KEYS + " and " + SECRET + " are both set, but only one can be used. Unset one of them.");
        }
        IdentityProvider provider = provider();
        try {
            return keys.contains("://")
                    ? Tokens.ofKeyUrl(URI.create(keys), provider, clock)
                    : Tokens.ofKeyFile(readable(Path.of(keys)), provider, clock);
        } catch (IllegalArgumentException broken) {
            throw wrong(KEYS + " is wrong: it must be a file, or a URL such as https://id.example.org/keys.json");
        }
    }

    /**
     * Issues the tokens that the service accepts.
     *
     * @param notices receives a line when a secret was made
     * @throws CommandFailedException when the settings are wrong, or by them others issue tokens
     */
    TokenIssuer issuer(Consumer<String> notices) {
        if (setting(KEYS) != null) {
            throw wrong(KEYS + " is set, so the identity provider issues the tokens. Get one there, or create an API"
                    + " key: streakline key create");
        }
        return new TokenIssuer(secret(notices), audience(), clock);
    }

    private TokenSecret secret(Consumer<String> notices) {
        String text = setting(SECRET);
        if (text == null) {
            return SecretFile.in(StoreLocation.folder(data, environment), notices);
        }
        try {
            return new TokenSecret(text);
        } catch (IllegalArgumentException tooShort) {
            throw wrong(
                    SECRET + " is wrong: " + tooShort.getMessage() + ". Create one: head -c 32 /dev/urandom | base64");
        }
    }

    private Audience audience() {
        return new Audience(setting(ISSUER), setting(AUDIENCE));
    }

    private IdentityProvider provider() {
        String issuer = setting(ISSUER);
        String audience = setting(AUDIENCE);
        if (issuer == null || audience == null) {
            throw wrong(KEYS + " also needs " + ISSUER + " and " + AUDIENCE
                    + ": without them, every token that is signed with these keys would be accepted, even one for"
                    + " another service.");
        }
        String claim = setting(ROLES_CLAIM);
        return new IdentityProvider(
                issuer, audience, claim == null ? IdentityProvider.ROLES_CLAIM : claim, rolesByValue());
    }

    /** Such as {@code admin=media-admins,ingest=uploader}; a role may be there several times. */
    private Map<String, Role> rolesByValue() {
        String setting = setting(ROLES);
        if (setting == null) {
            return IdentityProvider.codes();
        }
        Map<String, Role> roles = new HashMap<>();
        for (String pair : setting.split(",", -1)) {
            String[] both = pair.strip().split("=", 2);
            Role role = Role.of(both[0]).orElse(null);
            if (role == null || both.length < 2 || both[1].isBlank()) {
                throw wrong(ROLES + " is wrong at \"" + pair.strip() + "\": it must be a list such as"
                        + " admin=media-admins,ingest=uploader, each a role and a value of the claim.");
            }
            roles.put(both[1].strip(), role);
        }
        return roles;
    }

    /** What is blank is not set. */
    private @Nullable String setting(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static Path readable(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw wrong(
                    KEYS + " names the file " + file + ", which cannot be read. Name a file that this user may read.");
        }
        return file;
    }

    private static CommandFailedException wrong(String what) {
        return new CommandFailedException(ExitCode.CONFIGURATION, what);
    }
}

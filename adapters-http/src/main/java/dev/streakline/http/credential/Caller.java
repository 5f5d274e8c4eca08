package dev.streakline.http.credential;

import dev.streakline.application.access.ApiKey;
import dev.streakline.application.access.Role;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The authenticated caller of a request (section 21).
 *
 * @param account 1 to 128 characters without control characters
 * @param roles at least one
 * @param credential what rate limits count by: {@code "key:"} and the id of the key, or {@code "jwt:"} and the account;
 *     never a secret
 */
public record Caller(String account, Set<Role> roles, String credential) {

    /**
     * @throws IllegalArgumentException outside the bounds
     */
    public Caller {
        ApiKey.requireAccount(account);
        roles = ApiKey.requireRoles(roles);
    }

    /** The caller with an API key. */
    static Caller of(ApiKey key) {
        return new Caller(key.account(), key.roles(), "key:" + key.id());
    }

    /** The caller with a token. */
    static Caller ofToken(String account, Set<Role> roles) {
        return new Caller(account, roles, "jwt:" + account);
    }

    /** Whether the caller has one of these roles. */
    public boolean may(Role... any) {
        return Stream.of(any).anyMatch(roles::contains);
    }
}

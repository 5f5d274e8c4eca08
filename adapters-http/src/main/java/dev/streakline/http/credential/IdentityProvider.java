package dev.streakline.http.credential;

import dev.streakline.application.access.Role;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An external issuer of tokens for many services. Only tokens meant for this service are accepted, and only their roles
 * for this service count.
 *
 * @param issuer that {@code iss} must be
 * @param audience that {@code aud} must be or contain
 * @param rolesClaim the claim with the roles, a text or an array of texts; dots separate the names of nested objects,
 *     unless a claim has the whole name
 * @param roles the role that each value of that claim grants; other values grant nothing, and without any the caller is
 *     a viewer
 */
public record IdentityProvider(String issuer, String audience, String rolesClaim, Map<String, Role> roles) {

    /** The default claim with the roles. */
    public static final String ROLES_CLAIM = "streakline_roles";

    /**
     * @throws IllegalArgumentException when a text is blank
     */
    public IdentityProvider {
        if (issuer.isBlank() || audience.isBlank() || rolesClaim.isBlank()) {
            throw new IllegalArgumentException("issuer, audience and claim of an identity provider must not be blank");
        }
        roles = Map.copyOf(roles);
    }

    /** One whose tokens have the codes of the roles in {@link #ROLES_CLAIM}. */
    public static IdentityProvider of(String issuer, String audience) {
        return new IdentityProvider(issuer, audience, ROLES_CLAIM, codes());
    }

    /** Each role by its code. */
    public static Map<String, Role> codes() {
        Map<String, Role> codes = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            codes.put(role.code(), role);
        }
        return codes;
    }

    /** The roles that these claims grant. */
    Set<Role> rolesOf(Map<String, Object> claims) {
        Set<Role> found = EnumSet.noneOf(Role.class);
        Object value = value(claims, rolesClaim);
        for (Object each : value instanceof List<?> several ? several : List.of(value == null ? "" : value)) {
            Role role = roles.get(String.valueOf(each));
            if (role != null) {
                found.add(role);
            }
        }
        return found.isEmpty() ? Set.of(Role.VIEWER) : found;
    }

    private static @Nullable Object value(Map<?, ?> object, String name) {
        int dot = name.indexOf('.');
        if (object.containsKey(name) || dot < 0) {
            return object.get(name);
        }
        return object.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? value(inner, name.substring(dot + 1))
                : null;
    }
}

package dev.streakline.http.web;

import dev.streakline.application.fact.Sha256;
import dev.streakline.json.Json;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** How answers are written. */
public final class Answers {

    private static final String JSON = "application/json";
    private static final int DIGEST_BYTES = 12;
    private static final byte[] INSTANT = "{\"asOf\":\"".getBytes(StandardCharsets.US_ASCII);

    private Answers() {}

    /** Answers with a record as JSON. */
    public static void json(Context request, Object answer) {
        request.contentType(JSON).result(Json.bytes(answer));
    }

    /**
     * Answers with a view. Its {@code ETag} is a digest of all but the leading member {@code asOf}, and a request that has
     * the same content already gets 304.
     */
    public static void view(Context request, Object view) {
        byte[] body = Json.bytes(view);
        request.header("Cache-Control", "private, no-cache");
        if (!isNotModified(request, tag(body))) {
            request.contentType(JSON).result(body);
        }
    }

    /** Sets the ETag; returns true, with status 304 set, if the client already has this version. */
    public static boolean isNotModified(Context request, String tag) {
        request.header("ETag", tag);
        boolean isNotModified = matches(request.header("If-None-Match"), tag);
        if (isNotModified) {
            request.status(304);
        }
        return isNotModified;
    }

    /** Weak (RFC 9110, 8.8.3): answers of one tag differ in their instant. */
    private static String tag(byte[] body) {
        int start = startsWithInstant(body) ? indexOf(body, ',') : 0;
        byte[] digest = Arrays.copyOf(Sha256.of(Arrays.copyOfRange(body, start, body.length)), DIGEST_BYTES);
        return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + "\"";
    }

    private static boolean startsWithInstant(byte[] body) {
        return Arrays.mismatch(body, INSTANT) == INSTANT.length;
    }

    private static int indexOf(byte[] body, char wanted) {
        int index = 0;
        while (body[index] != wanted) {
            index++;
        }
        return index;
    }

    private static boolean matches(@Nullable String header, String tag) {
        if (header == null) {
            return false;
        }
        String opaque = tag.substring(2);
        return header.strip().equals("*") || header.contains(opaque);
    }
}

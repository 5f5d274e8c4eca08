package dev.streakline.http.web;

import dev.streakline.application.fact.Sha256;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** How answers are written. */
public final class Answers {

    private static final String JSON = "application/json";
    private static final int DIGEST_BYTES = 12;

    private Answers() {}

    /** Answers with a record as JSON. */
    public static void json(Context request, Object answer) {
        request.contentType(JSON).result(Json.bytes(answer));
    }

    /**
     * Answers with a statistic: its instant first, then the members of the record. Its {@code ETag} is a digest of all but
     * the instant, and a request that has it already gets 304.
     *
     * @param asOf absent for what was never made
     */
    public static void statistic(Context request, @Nullable Instant asOf, Object members) {
        byte[] rest = Json.bytes(members);
        request.header("Cache-Control", "private, no-cache");
        if (isNotModified(request, tag(rest))) {
            return;
        }
        String instant = asOf == null ? "" : "\"asOf\":\"" + asOf + "\",";
        byte[] head = ("{" + instant).getBytes(StandardCharsets.US_ASCII);
        byte[] body = Arrays.copyOf(head, head.length + rest.length - 1);
        System.arraycopy(rest, 1, body, head.length, rest.length - 1);
        request.contentType(JSON).result(body);
    }

    /** Tells the tag of what is asked for; whether who asks holds it already, and has been answered with 304. */
    public static boolean isNotModified(Context request, String tag) {
        request.header("ETag", tag);
        boolean isHeld = holds(request.header("If-None-Match"), tag);
        if (isHeld) {
            request.status(304);
        }
        return isHeld;
    }

    /** Weak (RFC 9110, 8.8.3): answers of one tag differ in their instant. */
    private static String tag(byte[] content) {
        byte[] digest = Arrays.copyOf(Sha256.of(content), DIGEST_BYTES);
        return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + "\"";
    }

    private static boolean holds(@Nullable String header, String tag) {
        if (header == null) {
            return false;
        }
        String opaque = tag.substring(2);
        return header.strip().equals("*") || header.contains(opaque);
    }
}

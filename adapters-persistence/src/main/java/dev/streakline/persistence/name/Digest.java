package dev.streakline.persistence.name;

import dev.streakline.application.fact.ContentDigest;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * 128 bits as the database stores them: a {@code uuid}, the only fixed type of 16 bytes, without the meaning of one.
 */
public final class Digest {

    private Digest() {}

    /** The first half of the SHA-256 of bytes. */
    public static UUID of(byte[] bytes) {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(bytes));
        return new UUID(hash.getLong(), hash.getLong());
    }

    /** The identity of a fact among those about its subject: of source and id, each with its length before it. */
    static UUID identity(FactId id) {
        byte[] source = id.source().getBytes(StandardCharsets.UTF_8);
        byte[] text = id.id().getBytes(StandardCharsets.UTF_8);
        return of(ByteBuffer.allocate(2 * Integer.BYTES + source.length + text.length)
                .putInt(source.length)
                .put(source)
                .putInt(text.length)
                .put(text)
                .array());
    }

    public static UUID content(ContentDigest content) {
        return new UUID(content.high(), content.low());
    }

    public static ContentDigest content(UUID kept) {
        return new ContentDigest(kept.getMostSignificantBits(), kept.getLeastSignificantBits());
    }
}

package dev.streakline.persistence.name;

import dev.streakline.application.fact.ContentDigest;
import dev.streakline.application.fact.FactId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** 128 bits as the database holds them: a {@code uuid}, the only fixed type of 16 bytes, without the meaning of one. */
public final class Digest {

    private Digest() {}

    /** The first half of the SHA-256 of bytes. */
    public static UUID of(byte[] bytes) {
        return firstHalf(sha256().digest(bytes));
    }

    /** The identity of a fact among those about its subject: of source and id, each with its length before it. */
    static UUID identity(FactId id) {
        MessageDigest sha256 = sha256();
        for (String part : new String[] {id.source(), id.id()}) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            sha256.update(text);
        }
        return firstHalf(sha256.digest());
    }

    public static UUID content(ContentDigest content) {
        return new UUID(content.high(), content.low());
    }

    public static ContentDigest content(UUID kept) {
        return new ContentDigest(kept.getMostSignificantBits(), kept.getLeastSignificantBits());
    }

    private static UUID firstHalf(byte[] hash) {
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

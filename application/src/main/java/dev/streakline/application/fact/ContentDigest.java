package dev.streakline.application.fact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 128 bits that are equal for two events of one identity exactly when their contents are. These are the type, the
 * instant, and {@code data} compared as JSON values (details 57).
 *
 * <p>Example: {@code 18:30:00Z} and {@code 19:30:00.0000009+01:00}, the seconds {@code 60}, {@code 60.0} and
 * {@code 6e1}, and members in another order make no difference; {@code completed: false} and no {@code completed} do.
 *
 * <p>It is the first 16 bytes of the SHA-256 of a canonical form, and it is stored: a change of that form would turn
 * every redelivered event into a conflict. The form is the type, the instant (if any) as seconds and microseconds, and
 * the members ordered by name, each as name and value. Every text is preceded by its length in bytes of UTF-8, every
 * value by the letter of its JSON type, and lists by the number of their elements.
 *
 * @param high the first 8 bytes, big-endian
 * @param low the second 8 bytes, big-endian
 */
public record ContentDigest(long high, long low) {

    /**
     * The digest of a valid event.
     *
     * @param time cut to the microsecond; null for a fact that has a date in its data
     * @param data flat: texts, booleans, whole numbers and lists of texts, as validation leaves no others
     */
    public static ContentDigest of(FactType type, @Nullable Instant time, Map<?, ?> data) {
        CanonicalForm form = new CanonicalForm();
        form.text(type.code());
        if (time == null) {
            form.letter('-');
        } else {
            form.letter('@');
            form.number(time.getEpochSecond());
            form.number(time.getNano() / 1000);
        }
        Object[] names = data.keySet().toArray();
        Arrays.sort(names);
        for (Object name : names) {
            form.text((String) name);
            form.value(data.get(name));
        }
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(form.written()));
        return new ContentDigest(hash.getLong(), hash.getLong());
    }

    /** Bytes that grow; a stream of the JDK would lock for each of them. */
    private static final class CanonicalForm {

        private static final int USUAL_SIZE = 512;

        private ByteBuffer bytes = ByteBuffer.allocate(USUAL_SIZE);

        void value(@Nullable Object value) {
            if (value instanceof String text) {
                letter('t');
                text(text);
            } else if (value instanceof Number number) {
                letter('n');
                number(WholeNumbers.clampToLong(number));
            } else if (value instanceof Boolean flag) {
                letter(flag ? 'y' : 'f');
            } else if (value instanceof List<?> elements) {
                letter('l');
                number(elements.size());
                for (Object element : elements) {
                    text((String) element);
                }
            } else {
                throw new IllegalStateException("data holds " + ErrorExcerpt.of(value) + ", which no rule lets pass.");
            }
        }

        void text(String text) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            number(encoded.length);
            withRoomFor(encoded.length).put(encoded);
        }

        void number(long number) {
            withRoomFor(Long.BYTES).putLong(number);
        }

        void letter(char ascii) {
            withRoomFor(Byte.BYTES).put((byte) ascii);
        }

        ByteBuffer written() {
            return bytes.flip();
        }

        private ByteBuffer withRoomFor(int count) {
            if (bytes.remaining() < count) {
                int size = Math.max(2 * bytes.capacity(), Math.addExact(bytes.position(), count));
                bytes = ByteBuffer.allocate(size).put(bytes.flip());
            }
            return bytes;
        }
    }
}

package dev.streakline.persistence.rows;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a query as PostgreSQL copies them out, field by field in the order of the select list: the binary format of
 * {@code COPY} (PostgreSQL documentation, COPY, "Binary Format"). The fastest way out of the database.
 */
public final class CopiedRows implements AutoCloseable {

    private static final int SIGNATURE_AND_FLAGS = 15;
    private static final int NULL = -1;

    // A buffer for each row would cost more than what is read from it.
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final CopyOut copy;
    private byte[] message;
    private int position;
    private boolean isRead;

    /**
     * @param query without parameters
     */
    public CopiedRows(Handle handle, String query) throws SQLException {
        copy = handle.getConnection()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout (format binary)");
        message = messageOf(copy);
        position = SIGNATURE_AND_FLAGS;
        int extension = nextInt();
        position += extension;
    }

    /** Goes to the next row; false when there is none. */
    public boolean next() throws SQLException {
        if (isRead) {
            return false;
        }
        if (position == message.length) {
            message = messageOf(copy);
            position = 0;
        }
        int fields = nextShort();
        isRead = fields < 0;
        if (isRead) {
            // The server confirms the end only after the trailer; only then is the connection free.
            while (copy.readFromCopy() != null) {
                throw new SQLException("data stands behind the trailer of a copy");
            }
        }
        return !isRead;
    }

    private static byte[] messageOf(CopyOut copy) throws SQLException {
        byte[] message = copy.readFromCopy();
        if (message == null) {
            throw new SQLException("a copy ended before its trailer");
        }
        return message;
    }

    /** The next field, an {@code int8}; {@code absent} when it is null. */
    public long int8(long absent) {
        return nextInt() == NULL ? absent : nextLong();
    }

    /** The next field, an {@code int4}; {@code absent} when it is null. */
    public int int4(int absent) {
        return nextInt() == NULL ? absent : nextInt();
    }

    /** The next field, an {@code int2} that is never null. */
    public int int2() {
        nextInt();
        return nextShort();
    }

    /** The next field, a {@code bool}. */
    @Nullable
    public Boolean bool() {
        return nextInt() == NULL ? null : (Boolean) (message[position++] != 0);
    }

    /** The next field, a {@code text}. */
    @Nullable
    public String text() {
        int length = nextInt();
        if (length == NULL) {
            return null;
        }
        position += length;
        return new String(message, position - length, length, StandardCharsets.UTF_8);
    }

    /** The next field, a {@code bytea} that is never null. */
    public byte[] bytes() {
        int length = nextInt();
        position += length;
        return Arrays.copyOfRange(message, position - length, position);
    }

    private short nextShort() {
        position += Short.BYTES;
        return (short) SHORTS.get(message, position - Short.BYTES);
    }

    private int nextInt() {
        position += Integer.BYTES;
        return (int) INTS.get(message, position - Integer.BYTES);
    }

    private long nextLong() {
        position += Long.BYTES;
        return (long) LONGS.get(message, position - Long.BYTES);
    }

    /**
     * Reads the rest: the driver loses its position when it cancels a copy, and the connection would become unusable.
     */
    @Override
    public void close() throws SQLException {
        while (copy.isActive() && copy.readFromCopy() != null) {
            position = 0;
        }
    }
}

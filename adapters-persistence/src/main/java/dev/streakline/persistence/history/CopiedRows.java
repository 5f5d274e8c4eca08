package dev.streakline.persistence.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a query as PostgreSQL copies them out, field by field in the order of the select list: the binary format of
 * {@code COPY} (PostgreSQL documentation, COPY, "Binary Format"). The fastest way out of the database.
 */
final class CopiedRows implements AutoCloseable {

    private static final int SIGNATURE_AND_FLAGS = 15;
    private static final int NULL = -1;

    private final CopyOut copy;
    private ByteBuffer message;
    private boolean isRead;

    /**
     * @param query without parameters
     */
    CopiedRows(Handle handle, String query) throws SQLException {
        copy = handle.getConnection()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout (format binary)");
        message = ByteBuffer.wrap(copy.readFromCopy());
        message.position(SIGNATURE_AND_FLAGS);
        int extension = message.getInt();
        message.position(message.position() + extension);
    }

    /** Goes to the next row; false when there is none. */
    boolean next() throws SQLException {
        if (isRead) {
            return false;
        }
        if (!message.hasRemaining()) {
            message = ByteBuffer.wrap(copy.readFromCopy());
        }
        int fields = message.getShort();
        isRead = fields < 0;
        if (isRead) {
            // The server says that it is done after the trailer; only then the connection is free.
            while (copy.readFromCopy() != null) {
                throw new SQLException("data stands behind the trailer of a copy");
            }
        }
        return !isRead;
    }

    /** The next field, an {@code int8}; {@code absent} when it is null. */
    long int8(long absent) {
        return message.getInt() == NULL ? absent : message.getLong();
    }

    /** The next field, an {@code int4}; {@code absent} when it is null. */
    int int4(int absent) {
        return message.getInt() == NULL ? absent : message.getInt();
    }

    /** The next field, an {@code int2} that is never null. */
    int int2() {
        message.getInt();
        return message.getShort();
    }

    /** The next field, a {@code bool}. */
    @Nullable
    Boolean bool() {
        return message.getInt() == NULL ? null : message.get() != 0;
    }

    /** The next field, a {@code text}. */
    @Nullable
    String text() {
        int length = message.getInt();
        if (length == NULL) {
            return null;
        }
        byte[] bytes = new byte[length];
        message.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}

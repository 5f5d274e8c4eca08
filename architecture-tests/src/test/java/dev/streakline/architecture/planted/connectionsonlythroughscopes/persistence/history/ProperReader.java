package dev.streakline.architecture.planted.connectionsonlythroughscopes.persistence.history;

import java.sql.Connection;
import org.jdbi.v3.core.Handle;

final class ProperReader {

    int properWork(Handle handle) {
        return handle.execute("select 1");
    }

    /** Of a handle that a scope gave. */
    Connection properConnection(Handle handle) {
        return handle.getConnection();
    }
}

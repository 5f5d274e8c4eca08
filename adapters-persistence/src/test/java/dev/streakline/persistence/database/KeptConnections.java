package dev.streakline.persistence.database;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to databases of tests that outlive their transactions; those of a thread are closed when it has opened a few others. */
@SuppressWarnings("deprecation") // The driver advises a better pool to programs; tests need no better one.
final class KeptConnections {

    private static final int MOST_CONNECTIONS = 8;
    private static final int MOST_POOLS = 3;
    private static final ThreadLocal<Deque<org.postgresql.ds.PGPoolingDataSource>> POOLS =
            ThreadLocal.withInitial(ArrayDeque::new);

    private KeptConnections() {}

    static DataSource of(PGSimpleDataSource connections) {
        org.postgresql.ds.PGPoolingDataSource pool = new org.postgresql.ds.PGPoolingDataSource();
        pool.setDataSourceName(connections.getDatabaseName());
        pool.setUrl(connections.getUrl());
        pool.setUser(connections.getUser());
        pool.setPassword(connections.getPassword());
        pool.setMaxConnections(MOST_CONNECTIONS);
        Deque<org.postgresql.ds.PGPoolingDataSource> pools = POOLS.get();
        pools.add(pool);
        if (pools.size() > MOST_POOLS) {
            pools.remove().close();
        }
        return pool;
    }
}

package dev.streakline.persistence.database;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Hands out connections one by one, as a test decides. */
@FunctionalInterface
interface Handing {

    /** The next. */
    Connection next() throws SQLException;

    /** As the source of a database. */
    default DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                Handing.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> next());
    }
}

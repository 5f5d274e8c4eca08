package dev.streakline.persistence.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Connections that deviate from their instructions: what a wrong protocol would do, so that its tests can fail. */
public final class Sabotage {

    private Sabotage() {}

    /** Statements that begin so are replaced, before their parameters are bound. */
    public static DataSource replacing(DataSource connections, String beginning, String statement) {
        return wrap(connections, (method, arguments) -> {
            if (method.getName().equals("prepareStatement") && ((String) arguments[0]).startsWith(beginning)) {
                arguments[0] = statement;
            }
            return arguments;
        });
    }

    /** Every statement sees what was committed before it, whatever the requested isolation. */
    public static DataSource withoutSnapshots(DataSource connections) {
        return wrap(connections, (method, arguments) -> {
            if (method.getName().equals("setTransactionIsolation")) {
                arguments[0] = Connection.TRANSACTION_READ_COMMITTED;
            }
            return arguments;
        });
    }

    /** Something is done once, before the first statement that begins so. */
    public static DataSource interrupting(DataSource connections, String beginning, Runnable meanwhile) {
        AtomicBoolean isDone = new AtomicBoolean();
        return wrap(connections, (method, arguments) -> {
            if (method.getName().equals("prepareStatement")
                    && ((String) arguments[0]).startsWith(beginning)
                    && !isDone.getAndSet(true)) {
                meanwhile.run();
            }
            return arguments;
        });
    }

    private interface Change {
        Object[] of(Method method, Object[] arguments);
    }

    private static DataSource wrap(DataSource connections, Change change) {
        return proxy(
                DataSource.class,
                connections,
                (method, arguments) -> arguments,
                connection -> connection instanceof Connection plain
                        ? proxy(Connection.class, plain, change, same -> same)
                        : connection);
    }

    private static <T> T proxy(Class<T> type, T target, Change change, UnaryOperator<Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                Sabotage.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object[] changed = arguments == null
                            ? null
                            : change.of(method, Arrays.copyOf(arguments, arguments.length, Object[].class));
                    try {
                        return answer.apply(method.invoke(target, changed));
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}

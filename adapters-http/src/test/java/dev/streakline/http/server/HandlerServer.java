package dev.streakline.http.server;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/** A Jetty server on a free port, with some handlers and an end that a test writes. */
public final class HandlerServer implements AutoCloseable {

    /** Answers a request. */
    @FunctionalInterface
    public interface End {
        void answer(Request request, Response response, Callback callback) throws Exception;
    }

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, 1, 1);

    /** @param handlers the first comes first */
    public HandlerServer(End end, Handler.Wrapper... handlers) throws Exception {
        Handler inner = new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                end.answer(request, response, callback);
                return true;
            }
        };
        for (int i = handlers.length - 1; i >= 0; i--) {
            handlers[i].setHandler(inner);
            inner = handlers[i];
            if (inner instanceof Connection.Listener listener) {
                connector.addEventListener(listener);
            }
        }
        server.setHandler(inner);
        server.addConnector(connector);
        server.start();
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}

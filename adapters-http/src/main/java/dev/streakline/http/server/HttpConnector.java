package dev.streakline.http.server;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;

/** The connector that listens for requests. A selector that fails for lack of memory is reported. */
public final class HttpConnector extends ServerConnector {

    private static final int AS_MANY_AS_FIT = -1;

    private final Exhaustion exhaustion;

    public HttpConnector(Server server, HttpConfiguration http, Exhaustion exhaustion) {
        super(
                server,
                null,
                null,
                exhaustion.buffers(),
                AS_MANY_AS_FIT,
                AS_MANY_AS_FIT,
                new HttpConnectionFactory(http));
        this.exhaustion = exhaustion;
    }

    @Override
    protected SelectorManager newSelectorManager(Executor executor, Scheduler scheduler, int selectors) {
        return new ServerConnectorManager(executor, scheduler, selectors) {
            @Override
            protected ManagedSelector newSelector(int id) {
                return new ManagedSelector(this, id) {
                    @Override
                    protected void handleSelectFailure(Selector selector, Throwable failure) throws IOException {
                        exhaustion.look(failure);
                        super.handleSelectFailure(selector, failure);
                    }
                };
            }
        };
    }
}

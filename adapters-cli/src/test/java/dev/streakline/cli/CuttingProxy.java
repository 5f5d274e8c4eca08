package dev.streakline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Relays between a client and a server on this machine, and does something when the client has sent a given number of
 * bytes.
 */
final class CuttingProxy implements AutoCloseable {

    private final int server;
    private final ServerSocket listening;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicBoolean isAway = new AtomicBoolean();

    /** What is done, in whatever thread passes the bytes on. */
    private volatile Runnable event = () -> {};

    private final AtomicLong due = new AtomicLong(Long.MAX_VALUE);

    CuttingProxy(int server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Does something once the client has sent this many more bytes. */
    void after(long bytes, Runnable what) {
        event = what;
        due.set(sent.get() + bytes);
    }

    /** Ends all connections, and refuses new ones until {@link #comeBack}. */
    void goAway() {
        isAway.set(true);
        sockets.forEach(CuttingProxy::close);
    }

    /** Lets connections in again. */
    void comeBack() {
        isAway.set(false);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                sockets.add(client);
                if (isAway.get()) {
                    close(client);
                    continue;
                }
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                sockets.add(behind);
                daemon(() -> pass(client, behind, sent));
                daemon(() -> pass(behind, client, new AtomicLong()));
            }
        } catch (IOException closed) {
            goAway();
        }
    }

    private void pass(Socket from, Socket to, AtomicLong count) {
        byte[] bytes = new byte[8_192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (count.addAndGet(read) > due.get() && count == sent) {
                    due.set(Long.MAX_VALUE);
                    event.run();
                }
                out.write(bytes, 0, read);
            }
        } catch (IOException cut) {
            // That is what it is for.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

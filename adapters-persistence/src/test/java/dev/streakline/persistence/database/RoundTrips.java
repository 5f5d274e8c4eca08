package dev.streakline.persistence.database;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/** Sockets that count how often something is read after something was written. The driver makes it by its name. */
public final class RoundTrips extends SocketFactory {

    static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public Socket createSocket() {
        return new CountingSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("the driver connects its sockets itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("the driver connects its sockets itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("the driver connects its sockets itself");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("the driver connects its sockets itself");
    }

    private static final class CountingSocket extends Socket {

        private final AtomicBoolean isWritten = new AtomicBoolean();

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int value) throws IOException {
                    isWritten.set(true);
                    out.write(value);
                }

                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    isWritten.set(true);
                    out.write(bytes, from, count);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    count();
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int from, int count) throws IOException {
                    count();
                    return super.read(bytes, from, count);
                }
            };
        }

        private void count() {
            if (isWritten.getAndSet(false)) {
                COUNT.incrementAndGet();
            }
        }
    }
}

package dev.streakline.benchmarks.store;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Callers over connections that stay open, all in one thread: each sends its next request when the last is answered.
 * They parse only where an answer ends. They must not dominate the measurement; {@link #cpuSeconds} shows their share.
 */
final class Callers implements AutoCloseable {

    private static final byte[] END_OF_HEADERS = bytes("\r\n\r\n");
    private static final byte[] END_OF_CHUNKS = bytes("\r\n0\r\n\r\n");

    private final Selector selector;
    private final Deque<Caller> free = new ArrayDeque<>();
    private int answers;
    private double cpuSeconds;

    Callers(int port, int connections) throws IOException {
        selector = Selector.open();
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
            channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
            free.add(new Caller(channel, channel.register(selector, 0)));
        }
    }

    /** A request without a body, or with one of JSON. */
    static byte[] request(String method, String path, String token, String body) {
        String content = body.isEmpty()
                ? ""
                : "Content-Type: application/json\r\nContent-Length: " + bytes(body).length + "\r\n";
        return bytes(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n"
                + content + "\r\n" + body);
    }

    /** Sends requests for as long as there are any, and waits until each is answered by 200 and contains that text. */
    void call(Iterator<byte[]> requests, String expected) {
        long cpu = cpuNanos();
        answers = 0;
        int busy = 0;
        try {
            while (!free.isEmpty() && requests.hasNext()) {
                free.remove().send(requests.next());
                busy++;
            }
            while (busy > 0) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    Caller caller = (Caller) key.attachment();
                    if (caller.isAnswered()) {
                        caller.require(expected);
                        answers++;
                        if (requests.hasNext()) {
                            caller.send(requests.next());
                        } else {
                            free.add(caller);
                            busy--;
                        }
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        cpuSeconds = (cpuNanos() - cpu) / 1e9;
    }

    /** How many answers the last calls got. */
    int answers() {
        return answers;
    }

    /** The processor time that the last calls took here. */
    double cpuSeconds() {
        return cpuSeconds;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Caller {

        private final SocketChannel channel;
        private final SelectionKey key;
        private ByteBuffer request = ByteBuffer.allocate(0);
        private ByteBuffer answer = ByteBuffer.allocate(1 << 14);
        /** Where the answer ends; 0 while that is not known, -1 for one in chunks. */
        private int end;

        private Caller(SocketChannel channel, SelectionKey key) {
            this.channel = channel;
            this.key = key;
            key.attach(this);
        }

        private void send(byte[] bytes) throws IOException {
            request = ByteBuffer.wrap(bytes);
            answer.clear();
            end = 0;
            write();
        }

        private void write() throws IOException {
            channel.write(request);
            key.interestOps(request.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }

        /** Continues as far as possible without blocking. */
        private boolean isAnswered() throws IOException {
            if (request.hasRemaining()) {
                write();
                return false;
            }
            if (!answer.hasRemaining()) {
                answer = ByteBuffer.allocate(2 * answer.capacity()).put(answer.flip());
            }
            if (channel.read(answer) < 0) {
                throw new IOException("the service has hung up");
            }
            if (end == 0) {
                int headers = indexOf(END_OF_HEADERS);
                end = headers < 0 ? 0 : endAfter(headers);
            }
            return end > 0 ? answer.position() >= end : end < 0 && endsWith(END_OF_CHUNKS);
        }

        private int endAfter(int headers) {
            String text = new String(answer.array(), 0, headers + 2, StandardCharsets.US_ASCII);
            int length = text.indexOf("Content-Length: ");
            if (length < 0) {
                return -1;
            }
            String number = text.substring(length + 16, text.indexOf('\r', length));
            return headers + END_OF_HEADERS.length + Integer.parseInt(number);
        }

        private int indexOf(byte[] wanted) {
            for (int from = 0; from + wanted.length <= answer.position(); from++) {
                if (isAt(from, wanted)) {
                    return from;
                }
            }
            return -1;
        }

        private boolean endsWith(byte[] wanted) {
            return answer.position() >= wanted.length && isAt(answer.position() - wanted.length, wanted);
        }

        private boolean isAt(int from, byte[] wanted) {
            for (int i = 0; i < wanted.length; i++) {
                if (answer.get(from + i) != wanted[i]) {
                    return false;
                }
            }
            return true;
        }

        private void require(String expected) throws IOException {
            if (!isAt(0, bytes("HTTP/1.1 200 ")) || indexOf(bytes(expected)) < 0) {
                throw new IOException("not as expected: "
                        + new String(answer.array(), 0, Math.min(1_000, answer.position()), StandardCharsets.UTF_8));
            }
        }
    }
}

package dev.streakline.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;

/** One connection, byte by byte: for what no proper client sends. */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;

    public Wire(int port) {
        this(port, PATIENCE_MILLIS);
    }

    /** A connection that waits a limited time for each byte. */
    public Wire(int port, int patienceMillis) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(patienceMillis);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sends one request on a connection of its own, and hears the answer. */
    static Heard exchange(int port, String request) {
        try (Wire wire = new Wire(port)) {
            return wire.send(request).hear();
        }
    }

    /** Sends characters up to U+00FF, a byte each; credentials as tests write them become tokens. */
    public Wire send(String text) {
        return send(TestService.withTokens(text).getBytes(StandardCharsets.ISO_8859_1));
    }

    public Wire send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    /** Sends nothing more, and still listens. */
    Wire end() {
        try {
            socket.shutdownOutput();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    /** Reads one answer to its end, and leaves what comes after it. */
    public Heard hear() {
        try {
            Heard head = head();
            return new Heard(head.status(), head.headers(), new String(body(head), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads one answer that has no body, as those to HEAD. */
    public Heard hearHead() {
        try {
            return head();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether something of an answer is there. */
    boolean isAnswered() {
        try {
            return in.available() > 0;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Whether the other side has closed the connection, once it has sent everything. */
    public boolean isClosed() {
        try {
            return in.read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private Heard head() throws IOException {
        String first = line();
        if (!first.startsWith("HTTP/1.")) {
            throw new IOException("no answer, but: " + first);
        }
        TreeMap<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        return new Heard(Integer.parseInt(first.substring(9, 12)), headers, "");
    }

    private byte[] body(Heard head) throws IOException {
        if (head.header("transfer-encoding").equals("chunked")) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            int size = Integer.parseInt(line(), 16);
            while (size > 0) {
                whole.write(in.readNBytes(size));
                line();
                size = Integer.parseInt(line(), 16);
            }
            line();
            return whole.toByteArray();
        }
        String length = head.header("content-length");
        if (!length.isEmpty()) {
            return in.readNBytes(Integer.parseInt(length));
        }
        return head.status() == 204 || head.status() == 304 ? new byte[0] : in.readAllBytes();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int value = in.read();
        while (value >= 0 && value != '\n') {
            if (value != '\r') {
                line.write(value);
            }
            value = in.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * An answer.
     *
     * @param headers by name in lower case; the values of one name are joined by commas
     */
    public record Heard(int status, TreeMap<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }
}

package dev.streakline.http.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.ee10.servlet.HttpOutput;

/** A file of this program that is sent as it is. All answers share its bytes, and it is compressed once. */
public final class StaticFile {

    private final String contentType;
    private final ByteBuffer plain;
    private final ByteBuffer gzip;

    private StaticFile(String contentType, byte[] content) {
        this.contentType = contentType;
        this.plain = shared(content);
        this.gzip = shared(compressed(content));
    }

    /**
     * The file on the class path.
     *
     * @param name absolute, beginning with a slash
     */
    public static StaticFile onClassPath(String name, String contentType) {
        try (InputStream file = Objects.requireNonNull(StaticFile.class.getResourceAsStream(name), name)) {
            return of(file.readAllBytes(), contentType);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + name, broken);
        }
    }

    /** A file with this content. */
    public static StaticFile of(byte[] content, String contentType) {
        return new StaticFile(contentType, content);
    }

    private static ByteBuffer shared(byte[] content) {
        return ByteBuffer.allocateDirect(content.length).put(content).flip().asReadOnlyBuffer();
    }

    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot write into memory", impossible);
        }
        return bytes.toByteArray();
    }

    /** Answers with it, compressed for those who take that. */
    public void answer(Context request) throws IOException {
        String taken = request.header("Accept-Encoding");
        boolean isCompressed = taken != null && taken.contains("gzip");
        request.contentType(contentType).header("Vary", "Accept-Encoding");
        if (isCompressed) {
            request.header("Content-Encoding", "gzip");
        }
        ByteBuffer content = (isCompressed ? gzip : plain).duplicate();
        request.res().setContentLength(content.remaining());
        if (!request.method().name().equals("HEAD")) {
            ((HttpOutput) request.res().getOutputStream()).write(content);
        }
    }
}

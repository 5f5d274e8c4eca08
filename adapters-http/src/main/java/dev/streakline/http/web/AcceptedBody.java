package dev.streakline.http.web;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that a route reads. Checks the announced type and length before a byte of the body is read.
 *
 * @param mostBytes how many are read, as they are sent, by media type in lower case; none for a route that reads no
 *     body
 */
public record AcceptedBody(Map<String, Long> mostBytes) {

    /** No body is read; what is sent is thrown away. */
    public static final AcceptedBody NONE = new AcceptedBody(Map.of());

    /** A small JSON object, as {@link Bodies#json} reads it. */
    public static final AcceptedBody JSON = new AcceptedBody(Map.of("application/json", (long) Bodies.SMALL));

    /** Defensive copies. */
    public AcceptedBody {
        mostBytes = Map.copyOf(mostBytes);
    }

    /** Whether any body is read. */
    public boolean isAny() {
        return !mostBytes.isEmpty();
    }

    /**
     * Checks the headers about the body of a request.
     *
     * @param contentType the header; absent where there is none
     * @param length negative when it is not known yet
     * @return the media type, without parameters, in lower case
     * @throws ProblemException when the route does not read that type, or the body is too long for it
     */
    public String require(@Nullable String contentType, long length) {
        String type = contentType == null ? "" : mediaType(contentType);
        Long most = mostBytes.get(type);
        if (most == null) {
            throw ProblemException.because(
                    ProblemCode.REQUEST_MEDIA_TYPE,
                    "Content-Type is " + (type.isEmpty() ? "missing" : "not supported") + "; it must be "
                            + mostBytes.keySet().stream().sorted().collect(Collectors.joining(" or ")) + ".");
        }
        if (length > most) {
            throw LimitedBody.tooLarge(most);
        }
        return type;
    }

    private static String mediaType(String header) {
        int parameters = header.indexOf(';');
        String type = parameters < 0 ? header : header.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }
}

package dev.streakline.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** A text is not JSON, nests too deeply, or names a member twice. */
public final class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** As a parser has found it. The message names line and column, without the parser's own words. */
    public MalformedJsonException(JsonProcessingException broken) {
        super(describe(broken), null, false, false);
    }

    private static String describe(JsonProcessingException broken) {
        String where = broken.getLocation() == null
                ? ""
                : ": line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr();
        return reason(broken) + where + ".";
    }

    private static String reason(JsonProcessingException broken) {
        if (broken instanceof StreamConstraintsException) {
            return "nests deeper than " + Json.DEEPEST + ", or contains a text, a name or a number that is too long";
        }
        return String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate field")
                ? "has a member twice"
                : "is not JSON";
    }
}

package dev.streakline.http.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.javalin.http.Context;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of requests, strictly and never more than a route takes. */
public final class Bodies {

    /** What a route takes that changes something small, in bytes. */
    public static final int SMALL = 64 * 1024;

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private Bodies() {}

    /**
     * The JSON body as a record, its bounds checked.
     *
     * @throws ProblemException when the media type is another one, or the body is too large, is no JSON, has a member that the
     *     record has not, or is beyond a bound
     */
    public static <T> T json(Context request, Class<T> type) throws IOException {
        String unused = AcceptedBody.JSON.require(
                request.header("Content-Type"), request.req().getContentLengthLong());
        requireNoEncoding(request);
        T body = parsed(LimitedBody.of(request, SMALL).readAllBytes(), type);
        List<Problem.Fault> faults = VALIDATOR.validate(body).stream()
                .map(violation -> new Problem.Fault(
                        "/" + violation.getPropertyPath().toString().replace('.', '/'),
                        "field.invalid",
                        violation.getMessage() + "."))
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return body;
    }

    private static <T> T parsed(byte[] bytes, Class<T> type) throws IOException {
        try {
            @Nullable T body = Json.MAPPER.readValue(bytes, type);
            if (body == null) {
                throw ProblemException.at("", "body.invalid", "The body is null; it must be an object.");
            }
            return body;
        } catch (UnrecognizedPropertyException unknown) {
            throw ProblemException.at(
                    pointer(unknown),
                    "field.unknown",
                    "is not known here; known are "
                            + String.join(
                                    ", ",
                                    unknown.getKnownPropertyIds().stream()
                                            .map(Object::toString)
                                            .sorted()
                                            .toList())
                            + ".");
        } catch (ValueInstantiationException invalid) {
            Throwable cause = invalid.getCause() == null ? invalid : invalid.getCause();
            if (cause instanceof IllegalArgumentException) {
                throw ProblemException.at(pointer(invalid), "field.invalid", String.valueOf(cause.getMessage()));
            }
            throw ProblemException.at(pointer(invalid), "field.invalid", "is not what it must be.");
        } catch (MismatchedInputException mismatched) {
            throw ProblemException.at(pointer(mismatched), "field.wrong_type", wrongType(mismatched));
        } catch (JsonMappingException invalid) {
            throw ProblemException.at(pointer(invalid), "field.invalid", "is not what it must be.");
        } catch (JsonProcessingException broken) {
            throw ProblemException.because(ProblemCode.REQUEST_MALFORMED, malformed(broken));
        }
    }

    private static String wrongType(MismatchedInputException mismatched) {
        return mismatched.getPath().isEmpty()
                ? "The body must be one JSON object, and nothing after it."
                : "is missing, or of another JSON type than it must be.";
    }

    /** What is wrong with a text that is no JSON, without the parser's own words about itself. */
    public static String malformed(JsonProcessingException broken) {
        return "The body is not JSON, or nests deeper than 64, or has a member twice"
                + (broken.getLocation() == null
                        ? "."
                        : ": line " + broken.getLocation().getLineNr() + ", column "
                                + broken.getLocation().getColumnNr() + ".");
    }

    private static String pointer(JsonMappingException invalid) {
        return invalid.getPath().stream()
                .map(step -> "/"
                        + (step.getFieldName() == null
                                ? String.valueOf(step.getIndex())
                                : step.getFieldName().replace("~", "~0").replace("/", "~1")))
                .collect(Collectors.joining());
    }

    private static void requireNoEncoding(Context request) {
        String encoding = request.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw ProblemException.because(
                    ProblemCode.REQUEST_MEDIA_TYPE, "Content-Encoding is not taken here; send the body as it is.");
        }
    }
}

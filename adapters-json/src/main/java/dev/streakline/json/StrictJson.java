package dev.streakline.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** Reads a JSON object as a record, strictly, and checks the record's constraints. */
public final class StrictJson {

    private static final String INVALID = "field.invalid";
    private static final int LONGEST_REPEATED = 40;
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private StrictJson() {}

    /**
     * Reads an object.
     *
     * @param json one object, in UTF-8
     * @throws MalformedJsonException when the text is not JSON
     * @throws InvalidJsonException when a member is unknown, missing, of another type, or outside a constraint
     */
    public static <T> T read(byte[] json, Class<T> type) {
        T object = parse(json, type);
        List<FieldError> errors = VALIDATOR.validate(object).stream()
                .map(StrictJson::error)
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidJsonException(errors);
        }
        return object;
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        boolean isAbsent = violation.getConstraintDescriptor().getAnnotation() instanceof NotNull;
        return new FieldError(
                pointer(violation.getPropertyPath().toString()),
                INVALID,
                isAbsent ? "is missing, or null." : violation.getMessage() + ".");
    }

    private static <T> T parse(byte[] json, Class<T> type) {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            return parse(parser, type);
        } catch (JsonProcessingException broken) {
            throw new MalformedJsonException(broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static <T> T parse(JsonParser parser, Class<T> type) throws IOException {
        try {
            @Nullable T object = Json.MAPPER.readValue(parser, type);
            if (object == null) {
                throw invalid("", "body.invalid", "The body is null; it must be an object.");
            }
            return object;
        } catch (UnrecognizedPropertyException unknown) {
            throw invalid(
                    pointer(unknown),
                    "field.unknown",
                    "is unknown; use one of " + sorted(unknown.getKnownPropertyIds()) + ".");
        } catch (ValueInstantiationException refused) {
            throw invalid(pointer(refused), INVALID, reason(refused));
        } catch (MismatchedInputException mismatched) {
            throw invalid(
                    pointer(mismatched), "field.wrong_type", wrongType(mismatched, mismatched.getTargetType(), parser));
        } catch (JsonMappingException refused) {
            if (refused.getCause() instanceof InputCoercionException tooLarge) {
                throw invalid(
                        pointer(refused), "field.wrong_type", wrongType(refused, tooLarge.getTargetType(), parser));
            }
            if (refused.getCause() instanceof StreamReadException broken) {
                throw broken;
            }
            throw invalid(pointer(refused), INVALID, "has an invalid value.");
        }
    }

    private static InvalidJsonException invalid(String pointer, String code, String detail) {
        return new InvalidJsonException(List.of(new FieldError(pointer, code, detail)));
    }

    private static String sorted(Collection<Object> names) {
        return names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String reason(ValueInstantiationException refused) {
        return refused.getCause() instanceof IllegalArgumentException outOfBounds
                ? String.valueOf(outOfBounds.getMessage())
                : "has an invalid value.";
    }

    private static String wrongType(JsonMappingException at, @Nullable Class<?> type, JsonParser parser)
            throws IOException {
        return at.getPath().isEmpty()
                ? "The body must be one JSON object, and nothing after it."
                : "must be " + expected(type) + found(parser) + ".";
    }

    /** The value at fault, where it is short enough to repeat. */
    private static String found(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null || !token.isScalarValue() || parser.getTextLength() > LONGEST_REPEATED) {
            return "";
        }
        return ", but is " + (token == JsonToken.VALUE_STRING ? Json.text(parser.getText()) : parser.getText());
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == Integer.class || type == int.class) {
            return "a whole number of at most 32 bits";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String pointer(JsonMappingException at) {
        return at.getPath().stream()
                .map(step -> "/"
                        + (step.getFieldName() == null
                                ? String.valueOf(step.getIndex())
                                : step.getFieldName().replace("~", "~0").replace("/", "~1")))
                .collect(Collectors.joining());
    }

    /** The pointer for a path of Jakarta Validation, such as {@code ladders[0].rungs}. */
    private static String pointer(String path) {
        return "/" + path.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/').replaceAll("/<[^/]*>", "");
    }
}

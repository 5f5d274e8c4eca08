package dev.streakline.http;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.streakline.http.operation.OpenApiDocument;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The OpenAPI document as a judge of requests and answers. */
final class Contract {

    private final OpenApiInteractionValidator validator = OpenApiInteractionValidator.createForInlineApiSpecification(
                    document())
            .withLevelResolver(LevelResolver.create()
                    // Credentials are tested for themselves.
                    .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                    .build())
            .build();

    static String document() {
        return new String(OpenApiDocument.bytes(), StandardCharsets.UTF_8);
    }

    /** What of an answer the document does not allow; empty when all is well. */
    String complaintsAboutAnswer(HttpRequest request, HttpResponse<String> response) {
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(response.statusCode());
        response.headers().map().forEach((name, values) -> answer.withHeader(name, values));
        if (!response.body().isEmpty()) {
            answer.withBody(response.body());
        }
        return complaints(validator.validateResponse(
                request.uri().getRawPath(), Request.Method.valueOf(request.method()), answer.build()));
    }

    /** What of a request the document does not allow. */
    String complaintsAboutRequest(HttpRequest request, String body) {
        SimpleRequest.Builder asked = new SimpleRequest.Builder(
                Request.Method.valueOf(request.method()), request.uri().getRawPath(), true);
        request.headers().map().forEach((name, values) -> asked.withHeader(name, values));
        String query = request.uri().getRawQuery();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int at = pair.indexOf('=');
                asked.withQueryParam(
                        pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        if (!body.isEmpty()) {
            asked.withBody(body);
        }
        return complaints(validator.validateRequest(asked.build()));
    }

    private static String complaints(ValidationReport report) {
        StringBuilder complaints = new StringBuilder();
        report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .forEach(message -> complaints
                        .append(message.getKey())
                        .append(": ")
                        .append(message.getMessage())
                        .append('\n'));
        return complaints.toString();
    }

    static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}

package dev.streakline.http.web;

import dev.streakline.http.credential.Caller;
import io.javalin.http.Context;
import java.io.IOException;

/** Answers the requests of a route after authentication, roles and limits. */
@FunctionalInterface
public interface Endpoint {

    /**
     * Answers a request.
     *
     * @throws ProblemException when it is refused
     * @throws IOException when the body cannot be read to its end
     */
    void answer(Context request, Caller caller) throws IOException;
}

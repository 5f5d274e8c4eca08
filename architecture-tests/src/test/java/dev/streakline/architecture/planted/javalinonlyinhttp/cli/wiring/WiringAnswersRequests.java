package dev.streakline.architecture.planted.javalinonlyinhttp.cli.wiring;

import io.javalin.http.Context;

record WiringAnswersRequests(Context request) {}

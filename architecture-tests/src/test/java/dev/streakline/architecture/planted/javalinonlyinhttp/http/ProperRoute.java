package dev.streakline.architecture.planted.javalinonlyinhttp.http;

import io.javalin.http.Context;

record ProperRoute(Context request) {}

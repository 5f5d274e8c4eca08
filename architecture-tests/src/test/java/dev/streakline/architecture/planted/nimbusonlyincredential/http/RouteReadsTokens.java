package dev.streakline.architecture.planted.nimbusonlyincredential.http;

import com.nimbusds.jose.JWSObject;

record RouteReadsTokens(JWSObject token) {}

package dev.streakline.architecture.planted.nimbusonlyinaccess.http;

import com.nimbusds.jose.JWSObject;

record RouteReadsTokens(JWSObject token) {}

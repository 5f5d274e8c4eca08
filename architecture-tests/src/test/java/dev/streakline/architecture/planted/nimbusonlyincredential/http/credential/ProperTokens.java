package dev.streakline.architecture.planted.nimbusonlyincredential.http.credential;

import com.nimbusds.jose.JWSObject;

record ProperTokens(JWSObject token) {}

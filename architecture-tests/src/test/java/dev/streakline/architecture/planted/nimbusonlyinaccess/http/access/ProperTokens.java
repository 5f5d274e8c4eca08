package dev.streakline.architecture.planted.nimbusonlyinaccess.http.access;

import com.nimbusds.jose.JWSObject;

record ProperTokens(JWSObject token) {}

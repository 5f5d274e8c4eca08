package dev.streakline.architecture.planted.nimbusonlyincredential.cli;

import com.nimbusds.jose.JWSObject;

record CommandReadsTokens(JWSObject token) {}

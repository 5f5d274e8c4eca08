package dev.streakline.architecture.planted.nimbusonlyinaccess.cli;

import com.nimbusds.jose.JWSObject;

record CommandReadsTokens(JWSObject token) {}

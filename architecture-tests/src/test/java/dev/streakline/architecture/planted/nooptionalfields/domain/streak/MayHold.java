package dev.streakline.architecture.planted.nooptionalfields.domain.streak;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // the breach itself
record MayHold(
        Optional<String> breachName,
        OptionalInt breachInt,
        OptionalLong breachLong,
        OptionalDouble breachDouble,
        String properName) {}

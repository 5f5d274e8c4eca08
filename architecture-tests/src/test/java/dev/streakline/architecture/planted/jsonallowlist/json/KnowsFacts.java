package dev.streakline.architecture.planted.jsonallowlist.json;

import dev.streakline.architecture.planted.jsonallowlist.application.UnknownFact;

record KnowsFacts(UnknownFact fact) {}

package dev.streakline.architecture.planted.jacksononlywherejsonis.application.streak;

import com.fasterxml.jackson.databind.JsonNode;

record UseCaseReadsJson(JsonNode node) {}

package dev.streakline.architecture.planted.jacksononlywherejsonis.json;

import com.fasterxml.jackson.databind.JsonNode;

record ProperJson(JsonNode node) {}

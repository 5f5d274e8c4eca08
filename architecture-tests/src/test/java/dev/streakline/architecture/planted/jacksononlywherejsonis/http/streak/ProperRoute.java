package dev.streakline.architecture.planted.jacksononlywherejsonis.http.streak;

import com.fasterxml.jackson.databind.JsonNode;

record ProperRoute(JsonNode node) {}

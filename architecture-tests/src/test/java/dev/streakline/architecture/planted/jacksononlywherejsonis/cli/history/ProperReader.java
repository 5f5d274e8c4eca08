package dev.streakline.architecture.planted.jacksononlywherejsonis.cli.history;

import com.fasterxml.jackson.databind.JsonNode;

record ProperReader(JsonNode node) {}

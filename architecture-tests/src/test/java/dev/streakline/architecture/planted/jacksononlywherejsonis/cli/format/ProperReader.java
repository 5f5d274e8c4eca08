package dev.streakline.architecture.planted.jacksononlywherejsonis.cli.format;

import com.fasterxml.jackson.databind.JsonNode;

record ProperReader(JsonNode node) {}

package dev.streakline.architecture.planted.jacksononlywherejsonis.cli;

import com.fasterxml.jackson.databind.JsonNode;

record CommandReadsJson(JsonNode node) {}

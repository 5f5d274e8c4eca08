package dev.streakline.architecture.planted.jacksononlywherejsonis.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;

record PolicyReadsJson(JsonNode node) {}

package dev.streakline.architecture.planted.jacksononlywherejsonis.cli.wiring;

import com.fasterxml.jackson.databind.JsonNode;

record WiringReadsJson(JsonNode node) {}

package dev.streakline.architecture.planted.jacksononlywherejsonis.cli.answer;

import com.fasterxml.jackson.databind.JsonNode;

record ProperAnswer(JsonNode node) {}

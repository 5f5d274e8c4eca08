package dev.streakline.architecture.planted.jacksononlywherejsonis.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;

record TerminalWritesJson(JsonNode node) {}

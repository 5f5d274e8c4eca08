package dev.streakline.architecture.planted.jacksononlyinhistoryandanswer.cli;

import com.fasterxml.jackson.databind.JsonNode;

record CommandReadsJson(JsonNode node) {}

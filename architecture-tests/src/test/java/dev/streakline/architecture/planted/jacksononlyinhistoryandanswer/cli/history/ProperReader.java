package dev.streakline.architecture.planted.jacksononlyinhistoryandanswer.cli.history;

import com.fasterxml.jackson.databind.JsonNode;

record ProperReader(JsonNode node) {}

package dev.streakline.architecture.planted.jacksononlyinhistoryandanswer.cli.answer;

import com.fasterxml.jackson.databind.JsonNode;

record ProperAnswer(JsonNode node) {}

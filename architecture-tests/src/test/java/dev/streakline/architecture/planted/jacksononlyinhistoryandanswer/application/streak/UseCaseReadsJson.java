package dev.streakline.architecture.planted.jacksononlyinhistoryandanswer.application.streak;

import com.fasterxml.jackson.databind.JsonNode;

record UseCaseReadsJson(JsonNode node) {}

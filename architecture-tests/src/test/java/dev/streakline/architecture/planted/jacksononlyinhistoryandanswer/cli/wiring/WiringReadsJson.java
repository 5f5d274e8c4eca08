package dev.streakline.architecture.planted.jacksononlyinhistoryandanswer.cli.wiring;

import com.fasterxml.jackson.databind.JsonNode;

record WiringReadsJson(JsonNode node) {}

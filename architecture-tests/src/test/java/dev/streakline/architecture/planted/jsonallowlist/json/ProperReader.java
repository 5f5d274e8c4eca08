package dev.streakline.architecture.planted.jsonallowlist.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

record ProperReader(JsonNode node, Instant at) {}

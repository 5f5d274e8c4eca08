package dev.streakline.persistence.name;

import java.util.UUID;

/**
 * The identity of a stored fact.
 *
 * @param subjectKey the key of its viewer, title or channel
 * @param identity the digest of source and id
 */
public record FactKey(long subjectKey, UUID identity) {}

package org.countyledger.domain.contract;

import org.countyledger.domain.record.ContentKey;

/**
 * What the contract answers to staging and sweeping.
 *
 * @param outcome REPEATED: the same value stands there already; nothing is written
 */
public record StagingAnswer(Answer.Outcome outcome, ContentKey key) {}

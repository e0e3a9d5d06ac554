package org.countyledger.domain.engine;

/** What an idempotency key was used for (domain.md 3.11); stored under {@code K~msp~tag}. */
public record Used(String mac, String txId) {}

package org.countyledger.domain.lifecycle;

/**
 * A private group whose commitment a command names.
 *
 * @param forOpened it belongs to the record that the row opens, not to the row's own
 */
public record Staged(String group, boolean required, boolean forOpened) {}

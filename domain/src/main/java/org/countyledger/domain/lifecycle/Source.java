package org.countyledger.domain.lifecycle;

/**
 * Where a row comes from: an article, or "default" for our own choice.
 *
 * @param verified false while the official text was not seen
 */
public record Source(String text, boolean verified) {
    public static final Source DEFAULT = new Source("default", true);
}

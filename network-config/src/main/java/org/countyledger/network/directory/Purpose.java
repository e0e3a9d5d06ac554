package org.countyledger.network.directory;

/** What a county is for; it never changes. */
public enum Purpose {
    /** Periods are the law's. */
    LEGAL("a county under the law's periods", "county up"),
    /** A demonstration second stands for a day. */
    DEMO("a demonstration, where a second stands for a day", "county demo");

    private final String words;
    private final String command;

    Purpose(String words, String command) {
        this.words = words;
        this.command = command;
    }

    public String words() {
        return words;
    }

    /** The command that makes a county of this purpose. */
    public String command() {
        return command;
    }
}

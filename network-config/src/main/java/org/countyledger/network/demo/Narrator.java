package org.countyledger.network.demo;

import java.io.PrintWriter;
import org.countyledger.network.api.Written;

/** Tells the story: one sentence for each step, with its transaction id. */
public final class Narrator {
    private static final int WIDTH = 74;

    private final PrintWriter out;

    public Narrator(PrintWriter out) {
        this.out = out;
    }

    void chapter(String title) {
        say("");
        say(title);
    }

    /** A step that stands on the ledger. */
    void step(String sentence, Written written) {
        say("  " + sentence + " ".repeat(Math.max(1, WIDTH - sentence.length())) + written.txId());
    }

    void say(String sentence) {
        out.println(sentence);
        out.flush();
    }
}

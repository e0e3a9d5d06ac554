package org.countyledger.network.process;

import java.nio.file.Path;
import java.util.List;

/** What a process executes. */
public sealed interface Program permits JavaProgram, Program.Native {
    /**
     * The words of the command line.
     *
     * @param argumentFile where they may be kept, if they are long
     */
    List<String> command(Path argumentFile);

    /** A program of the system. */
    record Native(List<String> words) implements Program {
        public Native {
            words = List.copyOf(words);
        }

        @Override
        public List<String> command(Path argumentFile) {
            return words;
        }
    }
}

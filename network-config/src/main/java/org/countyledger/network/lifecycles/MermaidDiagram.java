package org.countyledger.network.lifecycles;

import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.State;

/** A table as a Mermaid state diagram. */
public final class MermaidDiagram {
    private static final String OUTSIDE = "[*]";

    private MermaidDiagram() {}

    public static String of(Lifecycle table) {
        Diagram diagram = Diagram.of(table);
        StringBuilder out = new StringBuilder("stateDiagram-v2\n");
        for (State state : diagram.states()) {
            line(out, state.name() + " : " + state.name() + " " + state.label().zh());
        }
        for (Diagram.Arrow arrow : diagram.arrows()) {
            String from = arrow.from().map(State::name).orElse(OUTSIDE);
            line(out, from + " --> " + arrow.to().name() + " : " + arrow.label());
        }
        diagram.states().stream()
                .filter(State::isTerminal)
                .forEach(state -> line(out, state.name() + " --> " + OUTSIDE));
        return out.toString();
    }

    private static void line(StringBuilder out, String text) {
        out.append("    ").append(text).append('\n');
    }
}

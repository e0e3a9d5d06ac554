package org.countyledger.network.lifecycles;

import java.util.HashMap;
import java.util.Map;
import org.countyledger.domain.lifecycle.State;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Places the states of a diagram in layers and leads the arrows around them, with ELK. */
final class DiagramLayout {
    private static final double STATE_HEIGHT = 40;
    private static final double START_SIZE = 14;
    private static final double LABEL_HEIGHT = 14;
    private static final double LETTER_WIDTH = 8;
    private static final double IDEOGRAPH_WIDTH = 13;
    private static final double MARGIN = 16;
    private static final double BETWEEN_LAYERS = 30;
    /** Name of the node from which records come into being. */
    static final String START = "";

    private final ElkNode graph = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> nodes = new HashMap<>();

    private DiagramLayout() {}

    static ElkNode of(Diagram diagram) {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredOptions());
        DiagramLayout layout = new DiagramLayout();
        layout.addStart();
        diagram.states().forEach(layout::add);
        diagram.arrows().forEach(layout::add);
        layout.graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        layout.graph.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        layout.graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        layout.graph.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
        layout.graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        new RecursiveGraphLayoutEngine().layout(layout.graph, new NullElkProgressMonitor());
        return layout.graph;
    }

    private void addStart() {
        node(START).setDimensions(START_SIZE, START_SIZE);
    }

    private void add(State state) {
        ElkNode node = node(state.name());
        ElkLabel name = ElkGraphUtil.createLabel(state.name(), node);
        ElkLabel chinese = ElkGraphUtil.createLabel(state.label().zh(), node);
        double width = Math.max(width(name.getText()), width(chinese.getText()));
        node.setDimensions(width + MARGIN, STATE_HEIGHT);
    }

    private void add(Diagram.Arrow arrow) {
        ElkEdge edge = ElkGraphUtil.createSimpleEdge(
                node(arrow.from().map(State::name).orElse(START)),
                node(arrow.to().name()));
        ElkLabel label = ElkGraphUtil.createLabel(arrow.label(), edge);
        label.setDimensions(width(arrow.label()), LABEL_HEIGHT);
    }

    private ElkNode node(String name) {
        return nodes.computeIfAbsent(name, unknown -> {
            ElkNode node = ElkGraphUtil.createNode(graph);
            node.setIdentifier("state_" + unknown);
            return node;
        });
    }

    private static double width(String text) {
        return text.codePoints()
                .mapToDouble(point -> Character.isIdeographic(point) ? IDEOGRAPH_WIDTH : LETTER_WIDTH)
                .sum();
    }
}

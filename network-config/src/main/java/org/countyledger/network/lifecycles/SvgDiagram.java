package org.countyledger.network.lifecycles;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.State;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;

/** A table as a picture. */
public final class SvgDiagram {
    private static final String STYLE = """
            rect{fill:#fff;stroke:#335;rx:5px}rect.end{stroke-width:3px}circle{fill:#335}\
            path.way{fill:none;stroke:#778}text{font:12px sans-serif;text-anchor:middle}text.rules{font-size:11px;\
            fill:#a30}""";
    private static final double LINE = 15;
    private static final double BASELINE = 11;

    private final XMLStreamWriter xml;

    private SvgDiagram(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static String of(Lifecycle table) {
        Diagram diagram = Diagram.of(table);
        ElkNode graph = DiagramLayout.of(diagram);
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new SvgDiagram(xml).draw(table.kind().wireName(), diagram, graph);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes everything", e);
        }
        return text.append('\n').toString();
    }

    private void draw(String title, Diagram diagram, ElkNode graph) throws XMLStreamException {
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
        xml.writeAttribute("viewBox", "0 0 " + number(graph.getWidth()) + " " + number(graph.getHeight()));
        xml.writeAttribute("width", number(graph.getWidth()));
        xml.writeAttribute("height", number(graph.getHeight()));
        element("title", title);
        element("style", STYLE);
        arrowHead();
        for (ElkEdge edge : graph.getContainedEdges()) {
            draw(edge);
        }
        for (ElkNode node : graph.getChildren()) {
            draw(
                    node,
                    diagram.states().stream()
                            .filter(State::isTerminal)
                            .map(State::name)
                            .toList());
        }
        xml.writeEndElement();
    }

    private void arrowHead() throws XMLStreamException {
        xml.writeStartElement("marker");
        attributes("id", "head", "viewBox", "0 0 8 8", "refX", "8", "refY", "4", "markerWidth", "8");
        attributes("markerHeight", "8", "orient", "auto");
        xml.writeEmptyElement("path");
        attributes("d", "M0,0 L8,4 L0,8 z", "fill", "#778");
        xml.writeEndElement();
    }

    private void draw(ElkNode node, List<String> ends) throws XMLStreamException {
        if (node.getLabels().isEmpty()) {
            xml.writeEmptyElement("circle");
            double radius = node.getWidth() / 2;
            attributes("cx", number(node.getX() + radius), "cy", number(node.getY() + radius), "r", number(radius));
            return;
        }
        xml.writeEmptyElement("rect");
        attributes("x", number(node.getX()), "y", number(node.getY()), "width", number(node.getWidth()));
        attributes("height", number(node.getHeight()));
        if (ends.contains(node.getLabels().getFirst().getText())) {
            attributes("class", "end");
        }
        double top = node.getY();
        for (ElkLabel label : node.getLabels()) {
            top += LINE;
            text(label.getText(), "name", node.getX() + node.getWidth() / 2, top);
        }
    }

    private void draw(ElkEdge edge) throws XMLStreamException {
        for (ElkEdgeSection section : edge.getSections()) {
            xml.writeEmptyElement("path");
            attributes("class", "way", "d", way(section), "marker-end", "url(#head)");
        }
        for (ElkLabel label : edge.getLabels()) {
            text(label.getText(), "rules", label.getX() + label.getWidth() / 2, label.getY() + BASELINE);
        }
    }

    private static String way(ElkEdgeSection section) {
        Stream<String> bends = section.getBendPoints().stream().map(SvgDiagram::point);
        return "M" + number(section.getStartX()) + "," + number(section.getStartY()) + " "
                + Stream.concat(bends, Stream.of(number(section.getEndX()) + "," + number(section.getEndY())))
                        .map(point -> "L" + point)
                        .collect(Collectors.joining(" "));
    }

    private static String point(ElkBendPoint bend) {
        return number(bend.getX()) + "," + number(bend.getY());
    }

    private void text(String words, String style, double x, double y) throws XMLStreamException {
        xml.writeStartElement("text");
        attributes("class", style, "x", number(x), "y", number(y));
        xml.writeCharacters(words);
        xml.writeEndElement();
    }

    private void element(String name, String words) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(words);
        xml.writeEndElement();
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

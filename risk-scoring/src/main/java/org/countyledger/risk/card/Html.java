package org.countyledger.risk.card;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The few pieces of HTML that a card is made of. Values come from data and are always escaped. */
final class Html {
    private Html() {}

    static String text(Object value) {
        return value.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("@", "&#64;");
    }

    static String row(String name, String value) {
        return "<tr><th>" + text(name) + "</th><td class=\"value\">" + text(value) + "</td></tr>";
    }

    static String cells(Object... values) {
        return Arrays.stream(values)
                .map(value -> "<td>" + text(value) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}

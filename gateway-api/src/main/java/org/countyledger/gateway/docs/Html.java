package org.countyledger.gateway.docs;

import org.springframework.web.util.HtmlUtils;

/** Builds a page; whatever is text is escaped. */
final class Html {
    private final StringBuilder page = new StringBuilder();

    Html open(String element) {
        page.append('<').append(element).append('>');
        return this;
    }

    /** An element with an id, for links. */
    Html open(String element, String id) {
        page.append('<').append(element).append(" id=\"").append(escaped(id)).append("\">");
        return this;
    }

    Html close(String element) {
        page.append("</").append(element).append(">\n");
        return this;
    }

    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    Html element(String name, String text) {
        return open(name).text(text).close(name);
    }

    Html link(String target, String text) {
        page.append("<a href=\"").append(escaped(target)).append("\">");
        return text(text).close("a");
    }

    Html row(String cell, String... texts) {
        open("tr");
        for (String text : texts) {
            element(cell, text);
        }
        return close("tr");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}

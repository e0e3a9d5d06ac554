package org.countyledger.gateway.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.problem.FieldProblem;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/** Gathers what is wrong with a body. Values are never repeated: they may be personal. */
public final class BodyProblems {
    static final Text UNKNOWN = new Text("没有这个字段。", "There is no such field.");
    public static final Text MISSING = new Text("缺少必填项。", "It is required.");
    static final Text NO_TEXT = new Text("应为文本。", "It must be a text.");
    static final Text NO_OBJECT = new Text("应为对象。", "It must be an object.");
    static final Text NO_LIST = new Text("应为列表。", "It must be a list.");
    static final Text NO_VALUE = new Text("不得为空值。", "It must not be null.");
    static final Text NO_WHOLE = new Text("应为 64 位整数。", "It must be a whole number of 64 bits.");
    static final Text NO_TIME = new Text("应为 RFC 3339 时间（UTC）。", "It must be a time, RFC 3339 in UTC.");
    static final Text NO_DIGEST = new Text("应为 64 位小写十六进制数。", "It must be 64 lower-case hexadecimal digits.");
    static final Text NO_KEY_ROLE = new Text("没有这种密钥角色。", "There is no such role of a key.");
    static final Text TOO_MANY = new Text("数量过多。", "There are too many.");
    static final Text TWICE = new Text("同一内容出现两次。", "It is given in two places.");
    public static final Text NOT_WELL_FORMED = new Text("格式不正确。", "It is not well-formed.");
    static final Text DIFFERS = new Text("与路径或请求头不一致。", "It differs from the path or a header.");

    private final List<FieldProblem> found = new ArrayList<>();

    void add(String pointer, Text reason) {
        found.add(new FieldProblem(pointer, reason));
    }

    /** Refuses names that nobody reads. */
    void onlyKnown(String pointer, JsonNode node, Set<String> names) {
        if (!node.isObject()) {
            add(pointer, NO_OBJECT);
        }
        node.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> add(pointer + "/" + name, UNKNOWN));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ProblemException(Finding.validation(found));
        }
    }

    public static ProblemException only(String pointer, Text reason) {
        return new ProblemException(Finding.validation(List.of(new FieldProblem(pointer, reason))));
    }
}

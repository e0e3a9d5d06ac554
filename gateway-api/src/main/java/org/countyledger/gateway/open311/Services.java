package org.countyledger.gateway.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.countyledger.domain.grievance.Category;
import org.countyledger.gateway.language.Language;
import org.countyledger.gateway.language.Text;

/** The public kinds of grievances. Claims and disputes are nobody else's, and what is sealed does not exist here. */
final class Services {
    private static final String GROUP = "诉求";
    private static final SequencedMap<Category, Text> ALL = new LinkedHashMap<>();

    static {
        ALL.put(Category.CONSULT, new Text("咨询", "question"));
        ALL.put(Category.HELP, new Text("求助", "call for help"));
        ALL.put(Category.COMPLAINT, new Text("投诉", "complaint"));
        ALL.put(Category.SUGGESTION, new Text("建议", "suggestion"));
        ALL.put(Category.ENV, new Text("环境", "environment"));
        ALL.put(Category.BAD_REVIEW, new Text("差评", "bad review"));
    }

    private Services() {}

    static List<String> codes() {
        return ALL.keySet().stream().map(Category::name).toList();
    }

    static boolean isPublic(String code) {
        return Set.copyOf(codes()).contains(code);
    }

    static String name(String code, Language language) {
        return Optional.ofNullable(ALL.get(Category.valueOf(code)))
                .map(text -> text.in(language))
                .orElse(code);
    }

    static List<Map<String, Object>> list(Language language) {
        return codes().stream().map(code -> service(code, language)).toList();
    }

    private static Map<String, Object> service(String code, Language language) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("service_code", code);
        service.put("service_name", name(code, language));
        service.put("description", name(code, language));
        service.put("metadata", true);
        service.put("type", "batch");
        service.put("keywords", "");
        service.put("group", GROUP);
        return service;
    }

    static Map<String, Object> definition(String code) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("service_code", code);
        definition.put("attributes", List.of(town(), channel()));
        return definition;
    }

    private static Map<String, Object> town() {
        return attribute("town", "string", "Town code of nine digits 乡镇代码", List.of());
    }

    private static Map<String, Object> channel() {
        return attribute(
                "channel",
                "singlevaluelist",
                "How it was reported 来源",
                Stream.of("ORAL", "TELEPHONE", "LETTER", "VISIT")
                        .<Map<String, Object>>map(key -> Map.of("key", key, "name", key))
                        .toList());
    }

    private static Map<String, Object> attribute(
            String code, String datatype, String description, List<Map<String, Object>> values) {
        Map<String, Object> attribute = new LinkedHashMap<>();
        attribute.put("variable", true);
        attribute.put("code", code);
        attribute.put("datatype", datatype);
        attribute.put("required", false);
        attribute.put("datatype_description", "");
        attribute.put("order", values.isEmpty() ? 1 : 2);
        attribute.put("description", description);
        if (!values.isEmpty()) {
            attribute.put("values", values);
        }
        return attribute;
    }
}

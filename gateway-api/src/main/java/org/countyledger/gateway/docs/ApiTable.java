package org.countyledger.gateway.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The operations of the API, as its description names them. */
final class ApiTable {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private ApiTable() {}

    static void write(Html page) {
        page.open("table").row("th", "", "path", "what it does");
        new TreeMap<>(map(description(), "paths")).forEach((path, item) -> {
            Map<String, Object> operations = map(item);
            METHODS.stream().filter(operations::containsKey).forEach(method -> {
                Map<String, Object> operation = map(operations, method);
                page.row(
                        "td",
                        method.toUpperCase(java.util.Locale.ROOT),
                        path,
                        operation.getOrDefault("summary", "") + " " + operation.getOrDefault("description", ""));
            });
        });
        page.close("table");
    }

    private static Map<String, Object> description() {
        try (InputStream yaml = new ClassPathResource("static/openapi.yaml").getInputStream()) {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException("the description of the API is not in this program", e);
        }
    }

    private static Map<String, Object> map(Map<String, Object> object, String name) {
        return map(Objects.requireNonNull(object.get(name), name));
    }

    @SuppressWarnings("unchecked") // OpenAPI's objects have names
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}

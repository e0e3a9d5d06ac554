package org.countyledger.gateway.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countyledger.gateway.language.Text;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

/** The part of {@code inventory.yaml} that people read: names of departments. */
public record Inventory(List<Department> departments) {
    static final Inventory EMPTY = new Inventory(List.of());

    public Inventory {
        departments = List.copyOf(departments);
    }

    /** A department and what people call it. */
    public record Department(String id, Text name) {}

    static Inventory read(Path file) {
        try {
            Binder binder = new Binder(ConfigurationPropertySources.from(
                    new YamlPropertySourceLoader().load("inventory", new FileSystemResource(file))));
            return binder.bind(ConfigurationPropertyName.EMPTY, Bindable.of(Inventory.class))
                    .orElse(EMPTY);
        } catch (IOException e) {
            throw new UncheckedIOException("The inventory " + file + " cannot be read", e);
        }
    }

    /** Name of a department; its id if the inventory does not have it. */
    public Text department(String id) {
        return find(id).map(Department::name).orElseGet(() -> Text.same(id));
    }

    private Optional<Department> find(String id) {
        return departments.stream()
                .filter(department -> department.id().equals(id))
                .findFirst();
    }
}

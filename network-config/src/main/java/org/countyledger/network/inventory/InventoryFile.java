package org.countyledger.network.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.countyledger.network.CountyException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The inventory's YAML form. Reading is strict: what it does not know is an error, and errors name their place. */
public final class InventoryFile {
    private static final String BUNDLED = "inventory.yaml";

    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT))
            .build();

    private InventoryFile() {}

    /** The text of the inventory that comes with the program. */
    public static byte[] bundled() {
        try (InputStream in = Objects.requireNonNull(InventoryFile.class.getResourceAsStream(BUNDLED))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new CountyException("The bundled inventory cannot be read", e);
        }
    }

    public static Inventory read(Path file) {
        try {
            return parse(Files.readAllBytes(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new CountyException("There is no inventory " + file, e);
        } catch (IOException e) {
            throw new CountyException("The inventory " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Parses a text; {@code source} is what errors call it. */
    public static Inventory parse(byte[] yaml, String source) {
        try {
            return MAPPER.readValue(yaml, Inventory.class);
        } catch (DatabindException e) {
            throw new CountyException(source + ": " + place(e.getPath()) + sentence(e), e);
        } catch (JacksonException e) {
            throw new CountyException(source + ": " + e.getOriginalMessage() + line(e), e);
        }
    }

    public static byte[] write(Inventory inventory) {
        return MAPPER.writeValueAsBytes(inventory);
    }

    private static String place(List<JacksonException.Reference> path) {
        StringBuilder place = new StringBuilder();
        for (JacksonException.Reference step : path) {
            if (step.getIndex() >= 0) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return place.isEmpty() ? "" : place + ": ";
    }

    /** A refusal of one of our records speaks for itself; what Jackson says is put into the reader's words. */
    private static String sentence(DatabindException e) {
        if (e.getCause() instanceof IllegalArgumentException refusal) {
            return String.valueOf(refusal.getMessage());
        }
        String ownWords = switch (e) {
            case UnrecognizedPropertyException unknown -> "is not known; known are " + unknown.getKnownPropertyIds();
            case InvalidFormatException wrong ->
                "'" + wrong.getValue() + "' is no " + wrong.getTargetType().getSimpleName();
            default -> firstLine(e.getOriginalMessage());
        };
        return ownWords + line(e);
    }

    private static String firstLine(String message) {
        return message.startsWith("Null value")
                ? "is missing"
                : message.lines().findFirst().orElse("not understood");
    }

    private static String line(JacksonException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    }
}

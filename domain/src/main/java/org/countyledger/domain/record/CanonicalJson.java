package org.countyledger.domain.record;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.JsonGeneratorDelegate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one codec of everything that is stored, hashed or signed: RFC 8785 (JSON Canonicalization Scheme) restricted to
 * integers of 64 bits, so that no floating point is ever involved. Reading takes UTF-8 only, and refuses duplicate and
 * unknown names, missing and null values, fractions, lone surrogates, trailing text and depth above 32.
 */
public final class CanonicalJson {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_STRING = 1 << 20;
    private static final int USUAL_BYTES = 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING)
                            .maxNumberLength(20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .addMixIn(Header.class, StoredHeader.Form.class)
            .build();

    private CanonicalJson() {}

    /** Canonical UTF-8 bytes of a record, map or list of this domain. */
    public static byte[] write(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator generator = new Restricted(MAPPER.createGenerator(out))) {
            MAPPER.writeValue(generator, value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no canonical form", e);
        }
        return out.toByteArray();
    }

    /** Refuses what has no canonical form here: fractions, integers of more than 64 bits, null, half characters. */
    private static final class Restricted extends JsonGeneratorDelegate {
        Restricted(JsonGenerator to) {
            super(to, false);
        }

        private static IllegalArgumentException noForm() {
            return new IllegalArgumentException(
                    "values are whole text, integers of 64 bits, booleans, lists and objects");
        }

        @Override
        public JsonGenerator writeString(String text) {
            return super.writeString(whole(text));
        }

        @Override
        public JsonGenerator writeName(String name) {
            return super.writeName(whole(name));
        }

        private static String whole(String text) {
            if (hasLoneSurrogate(text)) {
                throw noForm();
            }
            return text;
        }

        @Override
        public JsonGenerator writeNumber(double value) {
            throw noForm();
        }

        @Override
        public JsonGenerator writeNumber(float value) {
            throw noForm();
        }

        @Override
        public JsonGenerator writeNumber(BigDecimal value) {
            throw noForm();
        }

        @Override
        public JsonGenerator writeNumber(BigInteger value) {
            throw noForm();
        }

        @Override
        public JsonGenerator writeNull() {
            throw noForm();
        }
    }

    public static String text(Object value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    /** SHA-256 of the canonical bytes, in hex. */
    public static String digest(Object value) {
        return Digests.sha256Hex(write(value));
    }

    /**
     * Reads JSON strictly.
     *
     * @throws MalformedJson if the bytes are no JSON or do not have the shape of {@code type}
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return read(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(json))
                            .toString(),
                    type);
        } catch (CharacterCodingException e) {
            throw MalformedJson.because("not UTF-8");
        }
    }

    /** As {@link #read(byte[], Class)}. */
    public static <T> T read(String json, Class<T> type) {
        try {
            if (mayHoldLoneSurrogate(json)) {
                requireWholeCharacters(MAPPER.readTree(json));
            }
            return Optional.ofNullable(MAPPER.readValue(json, type))
                    .orElseThrow(() -> MalformedJson.because("no value"));
        } catch (JacksonException e) {
            throw MalformedJson.of(e);
        }
    }

    /** Whether the JSON text has a surrogate, as it stands or as an escape: nearly all has none, and need not be walked. */
    private static boolean mayHoldLoneSurrogate(String json) {
        for (int i = 0; i < json.length(); i++) {
            if (Character.isSurrogate(json.charAt(i))) {
                return true;
            }
        }
        return json.contains("\\u");
    }

    /** A lone surrogate has no UTF-8 form, so what holds one could be read but never written. */
    private static void requireWholeCharacters(JsonNode node) {
        boolean lone = node.isString()
                ? hasLoneSurrogate(node.stringValue())
                : node.propertyNames().stream().anyMatch(CanonicalJson::hasLoneSurrogate);
        if (lone) {
            throw MalformedJson.because("lone surrogate");
        }
        node.forEach(CanonicalJson::requireWholeCharacters);
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!isPair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}

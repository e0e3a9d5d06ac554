package org.countyledger.domain.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.record.Clock.Pause;
import org.countyledger.domain.record.Header.Handling;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** RFC 8785, restricted to integers of 64 bits. */
class CanonicalJsonTest {

    @Test
    void namesStandInTheOrderOfTheirUtf16Units() {
        Clear document = CanonicalJson.read("""
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}
                """, Clear.class);
        assertThat(document.values().values())
                .containsExactly(
                        "Carriage Return",
                        "One",
                        "Control",
                        "Latin Small Letter O With Diaeresis",
                        "Euro Sign",
                        "Emoji: Grinning Face",
                        "Hebrew Letter Dalet With Dagesh");
        assertThat(CanonicalJson.text(document)).startsWith("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":");
    }

    @Test
    void aTreeIsWrittenAsTheMapThatItSays() {
        String canonical = "{\"a\":{\"x\":1,\"y\":[{\"m\":true,\"n\":\"\"}]},\"b\":2}";
        String shuffled = "{\"b\":2,\"a\":{\"y\":[{\"n\":\"\",\"m\":true}],\"x\":1}}";
        assertThat(CanonicalJson.text(CanonicalJson.read(shuffled, JsonNode.class)))
                .isEqualTo(CanonicalJson.text(CanonicalJson.read(shuffled, Clear.class)))
                .isEqualTo(canonical);
    }

    @Test
    void charactersAreEscapedOnlyWhereTheyMustBe() {
        String text = CanonicalJson.read("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"", String.class);
        assertThat(CanonicalJson.text(text)).isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
        assertThat(CanonicalJson.text("\b\f\n\r\t\u0000\u001f\u007f\u2028"))
                .isEqualTo("\"\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028\"");
    }

    @Test
    void agreesWithAnotherImplementationOnRandomDocuments() throws IOException {
        RandomJson random = new RandomJson(8785);
        for (int i = 0; i < 500; i++) {
            String spelled = random.spelled(random.document());
            String canonical = CanonicalJson.text(CanonicalJson.read(spelled, Clear.class));
            assertThat(canonical).as(spelled).isEqualTo(new JsonCanonicalizer(spelled).getEncodedString());
        }
    }

    @Test
    void whatIsCanonicalReadsAndWritesToItself() {
        RandomJson random = new RandomJson(7);
        for (int i = 0; i < 500; i++) {
            byte[] canonical = CanonicalJson.write(random.document());
            assertThat(CanonicalJson.write(CanonicalJson.read(canonical, Clear.class)))
                    .isEqualTo(canonical);
        }
    }

    @Test
    void integersOf64BitsAreExact() {
        assertThat(CanonicalJson.text(List.of(Long.MAX_VALUE, Long.MIN_VALUE, 0, -1)))
                .isEqualTo("[9223372036854775807,-9223372036854775808,0,-1]");
        assertThat(CanonicalJson.read("[9223372036854775807]", Object.class)).isEqualTo(List.of(Long.MAX_VALUE));
    }

    @Test
    void absentValuesHaveNoName() {
        assertThat(CanonicalJson.text(new Handling(Optional.empty(), Optional.of("ecology"))))
                .isEqualTo("{\"dept\":\"ecology\"}");
        assertThat(CanonicalJson.read("{}", Handling.class)).isEqualTo(Handling.NOBODY);
    }

    @Test
    void timesAndDurationsAreText() {
        Pause pause = new Pause(Optional.of(Instant.parse("2026-03-01T16:00:00Z")), "HEARING", 3, Duration.ofHours(36));
        String text = CanonicalJson.text(pause);
        assertThat(text)
                .isEqualTo("{\"code\":\"HEARING\",\"left\":3,\"since\":\"2026-03-01T16:00:00Z\",\"total\":\"PT36H\"}");
        assertThat(CanonicalJson.read(text, Pause.class)).isEqualTo(pause);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"\\u0062\":1}}",
                "{\"a\":1.0}",
                "{\"a\":1e2}",
                "{\"a\":9223372036854775808}",
                "{\"a\":null}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":[\"x\",\"\\udc00\\ud800\"]}",
                "{\"\\ud83d\":1}",
                "{\"a\":1} {}",
                "{\"a\":1}x",
                "{\"a\":01}",
                "{\"a\":\"\t\"}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "\uFEFF{}",
                "null",
                "",
                "[]"
            })
    void refusesWhatIsNoDocumentOfOurs(String json) {
        assertThatThrownBy(() -> CanonicalJson.read(json, Clear.class)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void refusesNestingDeeperThan32() {
        assertThat(CanonicalJson.text(CanonicalJson.read(nested(32), Object.class)))
                .isEqualTo(nested(32));
        assertThatThrownBy(() -> CanonicalJson.read(nested(33), Object.class)).isInstanceOf(MalformedJson.class);
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] overlong = {'"', (byte) 0xc0, (byte) 0x80, '"'};
        byte[] encodedSurrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
        for (byte[] bytes :
                List.of(overlong, encodedSurrogate, "[1]".getBytes(StandardCharsets.UTF_16LE), new byte[] {'"', -1})) {
            assertThatThrownBy(() -> CanonicalJson.read(bytes, Object.class)).isInstanceOf(MalformedJson.class);
        }
    }

    @Test
    void refusesUnknownMissingAndNullFieldsByTheirPlace() {
        assertThatThrownBy(() -> CanonicalJson.read("{\"org\":\"x\",\"department\":\"y\"}", Handling.class))
                .isInstanceOfSatisfying(
                        MalformedJson.class,
                        refused -> assertThat(refused.pointer()).isEqualTo("/department"));
        for (String json : List.of(
                "{\"spki\":\"a\",\"signature\":\"b\"}", "{\"keyRole\":null,\"spki\":\"a\",\"signature\":\"b\"}")) {
            assertThatThrownBy(() -> CanonicalJson.read(json, CommandSignature.class))
                    .isInstanceOfSatisfying(
                            MalformedJson.class,
                            refused -> assertThat(refused.pointer()).isEqualTo("/keyRole"));
        }
    }

    @Test
    void aRefusalNeverRepeatsTheValue() {
        assertThatThrownBy(() -> CanonicalJson.read("{\"keyRole\":\"Zhang San\"}", CommandSignature.class))
                .hasMessageNotContaining("Zhang");
        assertThatThrownBy(() -> CanonicalJson.read("{\"a\": Zhang", Clear.class))
                .hasMessageNotContaining("Zhang");
    }

    @Test
    void hasNoFormForFractionsNullsAndLoneSurrogates() {
        for (Object value : List.of(0.5, 1.0f, "\ud800", Map.of("\udc00", 1))) {
            assertThatThrownBy(() -> CanonicalJson.write(value)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}

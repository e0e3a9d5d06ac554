package org.countyledger.domain.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected values were computed by another program. */
class IdempotencyKeyTest {
    private static final byte[] BYTES = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    private static final IdempotencyKey KEY = new IdempotencyKey(BYTES);

    @Test
    void hkdfIsThatOfRfc5869WithoutSalt() {
        byte[] output = Digests.hkdf(HexFormat.of().parseHex("0b".repeat(22)), new byte[0], 32);
        assertThat(Digests.hex(output)).isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
    }

    @Test
    void theRecordIdIsDerivedFromKeyAndKind() {
        assertThat(KEY.recordId(Kind.WELFARE_APPLICATION)).isEqualTo("59b54c8f-685d-8029-95a9-c28526508005");
        assertThat(KEY.recordId(Kind.GRIEVANCE)).isNotEqualTo(KEY.recordId(Kind.WELFARE_APPLICATION));
        assertThat(RecordId.isClientMade(KEY.recordId(Kind.GRIEVANCE))).isTrue();
    }

    @Test
    void theTagIsADigestAndTheMacCoversTheWholeBody() {
        Clear clear = Clear.of("town", "330127101").with("urgent", false);
        Map<String, String> commitments = Map.of("text", "ab".repeat(32));
        Idempotency shown = KEY.over(Kind.GRIEVANCE, "g1", "register", clear, commitments);
        assertThat(shown.tag()).isEqualTo("be45cb2605bf36bebde684841a28f0fd43c69850a3dce5fedba69928ee3a8991");
        assertThat(shown.mac()).isEqualTo("3b4a7d8385f6aff97f26b0d3fe6e348713555d8e6d49a5cc72d6af519184b5bf");
        assertThat(KEY.over(Kind.GRIEVANCE, "g1", "register", clear.with("urgent", true), commitments)
                        .mac())
                .isNotEqualTo(shown.mac());
        assertThat(KEY.over(Kind.GRIEVANCE, "g1", "register", clear, Map.of()).mac())
                .isNotEqualTo(shown.mac());
    }

    @Test
    void aUuidAndBase64UrlOfTheSameBytesAreTheSameKey() {
        String uuid = "00010203-0405-0607-0809-0a0b0c0d0e0f";
        String base64 = Base64.getUrlEncoder().encodeToString(BYTES);
        assertThat(IdempotencyKey.parse(uuid).tag()).isEqualTo(KEY.tag());
        assertThat(IdempotencyKey.parse(base64).tag()).isEqualTo(KEY.tag());
        assertThat(IdempotencyKey.parse(base64.replace("=", "")).tag()).isEqualTo(KEY.tag());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "AAECAwQFBgcICQoLDA0O", "not a key at all, spaces", "00010203-0405-0607-0809-0a0b0c0d0e0f!"})
    void refusesWhatIsShorterThan128BitsOrNoKey(String text) {
        assertThatThrownBy(() -> IdempotencyKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idsOfOpenedRecordsComeFromTheParentsEvent() {
        String parent = "0f0e0d0c-0b0a-8908-8706-050403020100";
        assertThat(RecordId.opened(parent, 3, 1)).isEqualTo("893acdc6-3908-ffac-35ab-84c52beff47f");
        assertThat(RecordId.openedByKey("O~WelfareApplication~" + parent + "~ACCEPT#1~L3", 0))
                .isEqualTo("15db5b1f-f6f8-e946-8e17-a9726aea5c85");
        assertThat(RecordId.conflictDeclaration(parent, "C0001"))
                .isEqualTo("e7727ea3bcd058a98b4d573176ab03f12b94575184678e1bb18f832c4c9d75a2");
    }
}

package org.countyledger.domain.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may hang in a village, and what may not. */
class NoticeLinterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "33012719800101123X",
                "330127 19800101 1234",
                "330127800101123",
                "６２２２０２１００１１１２２２３３３４",
                "6222-0210-0111-2223",
                "13812345678",
                "138 1234 5678",
                "0571-87654321",
                "电话 87654321",
                "住幸福路12号3幢",
                "502室",
                "户主：张三",
                "姓名: 欧阳修文"
            })
    void whatTellsAPersonIsFoundWhereverItStands(String text) {
        assertThat(NoticeLinter.finds(Map.of("text", text))).isTrue();
        assertThat(NoticeLinter.finds(Map.of("rows", List.of(Map.of("note", "前 " + text + " 后")))))
                .isTrue();
        assertThat(NoticeLinter.finds(Map.of(text, "value"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "经审核，本村一户拟享受最低生活保障，公示七天。",
                "户主：张某某，二人户，每月 1200 元",
                "2026-03-02 至 2026-03-09",
                "申请人应当如实申报",
                "one household, no names"
            })
    void whatTheLawWantsPublishedPasses(String text) {
        assertThat(NoticeLinter.finds(Map.of("text", text))).isFalse();
    }
}

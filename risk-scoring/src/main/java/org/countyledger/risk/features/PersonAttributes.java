package org.countyledger.risk.features;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that a schema can never have: a score belongs to a record, never to a person (PIPL 24, 28). Refused by word, so
 * that {@code applicant_age} is refused as {@code age} is, and {@code percentage} is not.
 */
final class PersonAttributes {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[a-z])(?=[A-Z])");
    private static final Set<String> WORDS = Set.of(
            ("age aged birth birthday birthdate born sex gender ethnicity ethnic race nationality religion faith name"
                            + " surname health illness disease disability disabled diagnosis hiv marriage marital divorced"
                            + " pregnant income wage salary wealth debt credit education schooling occupation phone mobile"
                            + " telephone email wechat address household person people resident applicant petitioner"
                            + " complainant caller citizen victim idcard hukou conviction criminal political party"
                            + " biometric face fingerprint")
                    .split(" "));
    private static final Set<String> NAMES = Set.of(
            "caller_id",
            "opened_by",
            "sys_created_by",
            "sys_updated_by",
            "resolved_by",
            "id_number",
            "id_card",
            "identity_number",
            "past_petitions",
            "previous_petitions");
    private static final List<String> CHINESE = List.of(
            "姓名", "年龄", "性别", "民族", "宗教", "健康", "疾病", "残疾", "婚姻", "收入", "学历", "职业", "电话", "住址", "身份证", "户籍", "信访人",
            "申请人", "出生", "前科", "政治面貌");

    private PersonAttributes() {}

    static void refuse(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean personal = NAMES.contains(lower)
                || BETWEEN_WORDS
                        .splitAsStream(name)
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .anyMatch(WORDS::contains)
                || CHINESE.stream().anyMatch(name::contains);
        if (personal) {
            throw new RefusedFieldException(RefusedFieldException.Code.PERSON_ATTRIBUTE, name);
        }
    }
}

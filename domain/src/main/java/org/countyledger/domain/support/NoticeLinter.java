package org.countyledger.domain.support;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Looks through the text of a public notice for what may not hang in a village (K31; SAL 11): identity numbers, bank
 * numbers, phone numbers, house numbers, full names where a masked one is due. Version {@value #VERSION}.
 */
public final class NoticeLinter {
    public static final String VERSION = "lint-1";

    private static final String SEPARATOR = "[ \\-\u3000\u2010-\u2015\u00b7]?";

    private static final List<Pattern> FORBIDDEN = List.of(
            // Identity numbers of 15 and 18 characters, bank numbers of 12 to 19, also written in groups.
            Pattern.compile("[0-9](?:" + SEPARATOR + "[0-9]){11,18}[0-9Xx]?"),
            Pattern.compile("(?<![0-9])1" + SEPARATOR + "[3-9](?:" + SEPARATOR + "[0-9]){9}(?![0-9])"),
            Pattern.compile("(?<![0-9])0[0-9]{2,3}" + SEPARATOR + "[0-9]{7,8}(?![0-9])"),
            Pattern.compile("(?<![0-9])[2-8][0-9]{6,7}(?![0-9])"),
            Pattern.compile("[0-9]+ ?(?:号楼|号院|号|室|栋|幢|单元|弄)"));

    /** A name must be masked: 张某某, 张*. */
    private static final Pattern NAME =
            Pattern.compile("(?:户主|申请人|姓名|监护人|儿童|未成年人)[:：]\\s*(?<name>[\\p{IsHan}·*＊]{2,8})");

    private NoticeLinter() {}

    /** Whether any text in it must not be published. */
    public static boolean finds(Object content) {
        return switch (content) {
            case Map<?, ?> map -> finds(map.keySet()) || finds(map.values());
            case Collection<?> items -> items.stream().anyMatch(NoticeLinter::finds);
            case String text -> finds(digits(text));
            case Number number -> finds(number.toString());
            default -> false;
        };
    }

    private static boolean finds(String text) {
        return FORBIDDEN.stream().anyMatch(pattern -> pattern.matcher(text).find())
                || NAME.matcher(text).results().anyMatch(found -> isWhole(found.group("name")));
    }

    private static boolean isWhole(String name) {
        return name.chars().noneMatch(letter -> "某*＊".indexOf(letter) >= 0);
    }

    /** Full-width digits read as digits. */
    private static String digits(String text) {
        return text.codePoints()
                .map(point -> point >= '０' && point <= '９' ? point - '０' + '0' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

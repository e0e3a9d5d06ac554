package org.countyledger.domain.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Staged;
import org.countyledger.domain.record.EvidenceCode;

/** Fields in clear and commitments: what the row asks for, nothing else. */
final class ArgumentChecks {
    /** Fields that every command may carry. */
    private static final List<Field> ALWAYS = List.of(
            Field.field("variant", FieldType.CODE).optional(),
            Field.field("witness", FieldType.BASE64).optional(),
            Field.field(StagedContents.FIELD, new FieldType.Named(Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,39}"), 20))
                    .optional(),
            Field.field(
                            "evidence",
                            new FieldType.ListOf(
                                    new FieldType.Composite(List.of(
                                            Field.oneOf("evidenceCode", EvidenceCode.class),
                                            Field.field("commitment", FieldType.DIGEST))),
                                    0,
                                    20))
                    .optional());

    private ArgumentChecks() {}

    static Optional<Refusal> fields(Situation situation) {
        return fieldProblems(situation).findFirst();
    }

    static Optional<Refusal> commitments(Situation situation) {
        return commitmentProblems(situation).findFirst();
    }

    /** Everything that is wrong with the arguments at once, for people who are to mend it once. */
    static List<Refusal> all(Situation situation) {
        return Stream.concat(fieldProblems(situation), commitmentProblems(situation))
                .toList();
    }

    private static Stream<Refusal> fieldProblems(Situation situation) {
        List<Field> known = situation.row().arguments().fields();
        return Stream.concat(
                unknown(situation, known),
                Stream.concat(known.stream(), ALWAYS.stream()).flatMap(field -> problem(situation, field).stream()));
    }

    private static Stream<Refusal> unknown(Situation situation, List<Field> known) {
        Set<String> names =
                Stream.concat(known.stream(), ALWAYS.stream()).map(Field::name).collect(Collectors.toSet());
        return situation.clear().names().stream()
                .filter(name -> !names.contains(name))
                .flatMap(name -> situation.refuse(RefusalCode.FIELD_UNKNOWN, "/clear/" + name).stream());
    }

    private static Optional<Refusal> problem(Situation situation, Field field) {
        Object value = situation.clear().values().get(field.name());
        String pointer = "/clear/" + field.name();
        if (value == null) {
            return field.required() ? situation.refuse(RefusalCode.FIELD_MISSING, pointer) : Optional.empty();
        }
        return field.type()
                .problem(value)
                .flatMap(problem -> situation.refuse(RefusalCode.FIELD_INVALID, pointer + " " + problem));
    }

    private static Stream<Refusal> commitmentProblems(Situation situation) {
        Set<String> named = situation.command().commitments().keySet();
        List<Staged> staged = situation.row().arguments().staged();
        Set<String> known = staged.stream().map(Staged::group).collect(Collectors.toSet());
        Stream<Refusal> missing = staged.stream()
                .filter(group -> group.required() && !named.contains(group.group()))
                .flatMap(group -> at(situation, RefusalCode.COMMITMENT_MISSING, group.group()));
        Stream<Refusal> unexpected = named.stream()
                .filter(group -> !known.contains(group))
                .flatMap(group -> at(situation, RefusalCode.COMMITMENT_UNEXPECTED, group));
        return Stream.concat(missing, unexpected);
    }

    private static Stream<Refusal> at(Situation situation, RefusalCode code, String group) {
        return situation.refuse(code, "/commitments/" + group).stream();
    }
}

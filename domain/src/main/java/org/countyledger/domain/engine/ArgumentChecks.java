package org.countyledger.domain.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Staged;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.EvidenceCode;

/** Fields in clear and commitments: what the row asks for, nothing else. */
final class ArgumentChecks {
    /** Fields that every command may carry. */
    private static final List<Field> ALWAYS = List.of(
            Field.field("variant", FieldType.CODE).optional(),
            Field.field("witness", FieldType.BASE64).optional(),
            Field.field(
                            StagedContents.FIELD,
                            new FieldType.Named(
                                    Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,39}"),
                                    20,
                                    new FieldType.Whole(1, ContentKey.MAX_N)))
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

    private static final Map<String, Field> ALWAYS_BY_NAME =
            ALWAYS.stream().collect(Collectors.toUnmodifiableMap(Field::name, Function.identity()));

    private ArgumentChecks() {}

    static Optional<Refusal> fields(Situation situation) {
        return fieldsAreFine(situation)
                ? Optional.empty()
                : fieldProblems(situation.row(), situation.command()).findFirst();
    }

    /** What most commands are; why one is not is then worked out by itself. */
    private static boolean fieldsAreFine(Situation situation) {
        Row.Arguments arguments = situation.row().arguments();
        int required = 0;
        for (Map.Entry<String, Object> given : situation.clear().values().entrySet()) {
            Optional<Field> field = arguments.field(given.getKey()).or(() -> always(given.getKey()));
            if (field.isEmpty() || field.get().type().problem(given.getValue()).isPresent()) {
                return false;
            }
            required += field.get().required() ? 1 : 0;
        }
        return required == arguments.required();
    }

    private static Optional<Field> always(String name) {
        return Optional.ofNullable(ALWAYS_BY_NAME.get(name));
    }

    static Optional<Refusal> commitments(Situation situation) {
        return commitmentsAreFine(situation)
                ? Optional.empty()
                : commitmentProblems(situation.row(), situation.command()).findFirst();
    }

    private static boolean commitmentsAreFine(Situation situation) {
        Set<String> named = situation.command().commitments().keySet();
        for (Staged group : situation.row().arguments().staged()) {
            if (group.required() && !named.contains(group.group())) {
                return false;
            }
        }
        return situation.row().arguments().groups().containsAll(named);
    }

    /** Everything that is wrong with the arguments at once, for people who are to mend it once. */
    static List<Refusal> all(Row row, Command command) {
        return Stream.concat(fieldProblems(row, command), commitmentProblems(row, command))
                .toList();
    }

    /** How many of them are there and should not be, or not so; what is merely missing says nothing about anybody. */
    static long strange(List<Refusal> problems) {
        return problems.stream()
                .filter(refusal ->
                        refusal.code() != RefusalCode.FIELD_MISSING && refusal.code() != RefusalCode.COMMITMENT_MISSING)
                .count();
    }

    private static Stream<Refusal> fieldProblems(Row row, Command command) {
        List<Field> known = row.arguments().fields();
        return Stream.concat(
                unknown(row, command),
                Stream.concat(known.stream(), ALWAYS.stream()).flatMap(field -> problem(row, command, field).stream()));
    }

    private static Stream<Refusal> unknown(Row row, Command command) {
        return command.clear().names().stream()
                .filter(name ->
                        row.arguments().field(name).isEmpty() && always(name).isEmpty())
                .map(name -> Refusal.of(RefusalCode.FIELD_UNKNOWN, row.rule(), "/clear/" + name));
    }

    private static Optional<Refusal> problem(Row row, Command command, Field field) {
        Object value = command.clear().values().get(field.name());
        String pointer = "/clear/" + field.name();
        if (value == null) {
            return field.required()
                    ? Optional.of(Refusal.of(RefusalCode.FIELD_MISSING, row.rule(), pointer))
                    : Optional.empty();
        }
        return field.type()
                .problem(value)
                .map(problem -> Refusal.of(RefusalCode.FIELD_INVALID, row.rule(), pointer + " " + problem));
    }

    private static Stream<Refusal> commitmentProblems(Row row, Command command) {
        Set<String> named = command.commitments().keySet();
        List<Staged> staged = row.arguments().staged();
        Stream<Refusal> missing = staged.stream()
                .filter(group -> group.required() && !named.contains(group.group()))
                .map(group -> at(row, RefusalCode.COMMITMENT_MISSING, group.group()));
        Stream<Refusal> unexpected = named.stream()
                .filter(group -> !row.arguments().groups().contains(group))
                .map(group -> at(row, RefusalCode.COMMITMENT_UNEXPECTED, group));
        return Stream.concat(missing, unexpected);
    }

    private static Refusal at(Row row, RefusalCode code, String group) {
        return Refusal.of(code, row.rule(), "/commitments/" + group);
    }
}

package org.countyledger.domain.mediation;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.crypto.P256;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Effect;
import org.countyledger.domain.lifecycle.Effects;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.Custody;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.RecordKey;

/** The parties to a mediation, who joined, consented and signed; known by their keys' roles alone. */
final class Parties {
    static final String CONSENTED = "consented";
    static final String SIGNED = "signed";
    static final FieldType KEYS = new FieldType.ListOf(
            new FieldType.Composite(List.of(
                    oneOf("keyRole", "PARTY_1", "PARTY_2", "PARTY_3", "PARTY_4", "PARTY_5"),
                    field("spki", FieldType.BASE64),
                    oneOf("custody", Custody.class))),
            1,
            5);
    private static final EnumSet<KeyRole> ROLES = EnumSet.range(KeyRole.PARTY_1, KeyRole.PARTY_5);
    private static final int FEWEST = 2;

    private Parties() {}

    static void open(Situation situation, Draft draft) {
        draft.handledBy("GovernanceMSP", "grid-centre");
        Effects.registersKey().apply(situation, draft);
    }

    /** Roles of the parties that have joined. */
    static Set<String> joined(Situation situation) {
        Set<String> roles = new TreeSet<>();
        situation.header().keys().stream()
                .filter(key -> key.isLive() && ROLES.contains(key.keyRole()))
                .forEach(key -> roles.add(key.keyRole().name()));
        return roles;
    }

    /** Each brings a key that nobody has, and signs the invitation with it. */
    static Guard eachNewPartySigns() {
        return situation -> {
            List<Clear> keys = situation.clear().objects("partyKeys");
            Set<String> roles = joined(situation);
            boolean fresh =
                    keys.stream().allMatch(key -> roles.add(key.text("keyRole").orElse("")));
            long most = situation
                    .policy("mediation")
                    .flatMap(policy -> policy.integer("parties.max"))
                    .orElse(0L);
            if (!fresh || roles.size() > most || roles.size() < FEWEST || !areKeys(keys)) {
                return situation.refuse(RefusalCode.PARTIES_INVALID);
            }
            return keys.stream().allMatch(key -> isSigned(situation, key))
                    ? Optional.empty()
                    : situation.refuse(RefusalCode.EVERY_PARTY_MUST_SIGN);
        };
    }

    private static boolean areKeys(List<Clear> keys) {
        List<String> texts =
                keys.stream().map(key -> key.text("spki").orElse("")).toList();
        return Set.copyOf(texts).size() == texts.size() && texts.stream().allMatch(P256::isPublicKey);
    }

    private static boolean isSigned(Situation situation, Clear key) {
        return situation.command().signatures().stream()
                .anyMatch(signature -> key.text("spki").equals(Optional.of(signature.spki()))
                        && key.text("keyRole")
                                .equals(Optional.of(signature.keyRole().name())));
    }

    static void join(Situation situation, Draft draft) {
        List<Clear> keys = situation.clear().objects("partyKeys");
        for (Clear key : keys) {
            draft.key(new RecordKey(
                    KeyRole.valueOf(key.text("keyRole").orElseThrow()),
                    key.text("spki").orElseThrow(),
                    Custody.valueOf(key.text("custody").orElseThrow()),
                    situation.at(),
                    Optional.empty()));
        }
        draft.show("partyCount", (long) joined(situation).size() + keys.size());
    }

    /** Every party that has joined signed this one command. */
    static Guard everyPartySigned() {
        return situation ->
                everyPartySigned(situation) ? Optional.empty() : situation.refuse(RefusalCode.EVERY_PARTY_MUST_SIGN);
    }

    static boolean everyPartySigned(Situation situation) {
        Set<String> signed = new TreeSet<>();
        situation.command().signatures().stream()
                .map(CommandSignature::keyRole)
                .forEach(role -> signed.add(role.name()));
        Set<String> parties = joined(situation);
        return parties.size() >= FEWEST && signed.containsAll(parties);
    }

    /** Whose act the command is: a party's key role, the mediator, or the committee's seal. */
    static String actor(Situation situation) {
        Role role = situation.actor().role();
        if (role == Role.MEDIATOR) {
            return "MEDIATOR";
        }
        return role == Role.MEDIATION_CLERK ? "SEAL" : partyOf(situation);
    }

    static String partyOf(Situation situation) {
        return situation.command().signatures().stream()
                .map(CommandSignature::keyRole)
                .filter(ROLES::contains)
                .map(KeyRole::name)
                .findFirst()
                .orElse("");
    }

    static Guard hasNotYet(String list) {
        return situation -> !needed(situation, list).contains(actor(situation))
                        || situation.header().fields().texts(list).contains(actor(situation))
                ? situation.refuse(RefusalCode.ALREADY_DONE)
                : Optional.empty();
    }

    /** Parties to a consent; to a signature also the mediator and, of a written agreement, the seal. */
    private static Set<String> needed(Situation situation, String list) {
        Set<String> all = new TreeSet<>(joined(situation));
        if (list.equals(SIGNED)) {
            all.add("MEDIATOR");
            if (situation.field("form").equals(Optional.of("WRITTEN"))) {
                all.add("SEAL");
            }
        }
        return all;
    }

    static Guard isLast(String list) {
        return Guard.that(situation -> completes(situation, list), RefusalCode.NOT_THE_LAST);
    }

    static Guard othersAreMissing(String list) {
        return Guard.that(situation -> !completes(situation, list), RefusalCode.NOT_THE_LAST);
    }

    private static boolean completes(Situation situation, String list) {
        Set<String> done = new TreeSet<>(situation.header().fields().texts(list));
        done.add(actor(situation));
        Set<String> all = needed(situation, list);
        return joined(situation).size() >= FEWEST && done.containsAll(all);
    }

    static Effect adds(String list) {
        return (situation, draft) -> {
            List<String> done = new ArrayList<>(situation.header().fields().texts(list));
            done.add(actor(situation));
            draft.show(list, done);
        };
    }
}

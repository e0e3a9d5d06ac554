package org.countyledger.domain.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.engine.Decision;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Decision.Refused;
import org.countyledger.domain.engine.Decision.Repeated;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.KeyRole;

/** One act of one actor on one record, said step by step and then decided. */
public final class Act {
    private record Signer(KeyRole role, ResidentKey key) {}

    private final TestCounty county;
    private final Actor actor;
    private final Target target;
    private String action = "none";
    private Clear clear = Clear.EMPTY;
    private final SortedMap<String, String> commitments = new TreeMap<>();
    private final List<Signer> signers = new ArrayList<>();
    private long expectedSeq;
    private String channel = TestCounty.CHANNEL;
    private Instant notAfter;
    private IdempotencyKey key;
    private boolean staged = true;
    private UnaryOperator<Command> afterSigning = command -> command;

    Act(TestCounty county, Actor actor, Target target, IdempotencyKey key) {
        this.county = county;
        this.actor = actor;
        this.target = target;
        this.key = key;
        this.expectedSeq = county.find(target).map(Header::seq).orElse(0L);
        this.notAfter = county.now().plus(Duration.ofMinutes(10));
    }

    /** The action, with its variant after a colon. */
    public Act does(String words) {
        int colon = words.indexOf(':');
        action = colon < 0 ? words : words.substring(0, colon);
        return colon < 0 ? this : with("variant", words.substring(colon + 1));
    }

    public Act with(String name, Object value) {
        clear = clear.with(name, value);
        return this;
    }

    public Act with(Clear more) {
        clear = clear.with(more);
        return this;
    }

    public Act without(String name) {
        clear = clear.without(name);
        return this;
    }

    /** Names private groups, with commitments that are the same whoever names them. */
    public Act staging(String... groups) {
        for (String group : groups) {
            commit(group, Digests.sha256Hex((target.id() + "/" + group).getBytes(StandardCharsets.UTF_8)));
        }
        return this;
    }

    public Act commit(String group, String commitment) {
        commitments.put(group, commitment);
        return this;
    }

    public Act uncommit(String group) {
        commitments.remove(group);
        return this;
    }

    public Act signedBy(KeyRole role, ResidentKey signer) {
        signers.add(new Signer(role, signer));
        return this;
    }

    /** Signatures are made for this channel, where they are worth something. */
    public Act signedFor(String otherChannel) {
        channel = otherChannel;
        return this;
    }

    public Act expecting(long seq) {
        expectedSeq = seq;
        return this;
    }

    public Act notAfter(Instant moment) {
        notAfter = moment;
        return this;
    }

    public Act under(IdempotencyKey other) {
        key = other;
        return this;
    }

    /** Changes the command on its way, after it was signed. */
    public Act tampered(UnaryOperator<Command> change) {
        afterSigning = change;
        return this;
    }

    public Command command() {
        Command unsigned = new Command(
                target.kind(),
                target.id(),
                action,
                expectedSeq,
                clear,
                commitments,
                key.over(target.kind(), target.id(), action, clear, commitments),
                notAfter,
                List.of());
        byte[] bytes = unsigned.signedBytes(channel, TestCounty.CHAINCODE);
        return afterSigning.apply(unsigned.signedWith(signers.stream()
                .map(signer -> new CommandSignature(
                        signer.role(), signer.key().spki(), signer.key().sign(bytes)))
                .toList()));
    }

    /** The private values are not staged before. */
    public Act unstaged() {
        staged = false;
        return this;
    }

    /** Decides without writing. */
    public Decision decided() {
        Command command = command();
        if (staged) {
            county.stage(actor, command);
        }
        return county.decide(actor, command);
    }

    /** Decides and writes. */
    public Accepted accepted() {
        return switch (decided()) {
            case Accepted accepted -> county.write(accepted);
            case Refused refused ->
                throw new AssertionError(
                        action + " was refused: " + refused.refusal().message());
            case Repeated repeated -> throw new AssertionError(action + " was done before by " + repeated.firstTxId());
        };
    }

    public Refusal refused() {
        return switch (decided()) {
            case Refused refused -> refused.refusal();
            case Accepted accepted -> throw new AssertionError(action + " was accepted");
            case Repeated repeated -> throw new AssertionError(action + " was done before by " + repeated.firstTxId());
        };
    }

    /** Fails unless the act is refused with this code. */
    public Refusal refusedAs(RefusalCode code) {
        Refusal refusal = refused();
        if (refusal.code() != code) {
            throw new AssertionError(action + " should be " + code + " and is " + refusal.message());
        }
        return refusal;
    }
}

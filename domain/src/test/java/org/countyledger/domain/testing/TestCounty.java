package org.countyledger.domain.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.countyledger.domain.CountyTables;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.contract.LedgerKey.HeaderKey;
import org.countyledger.domain.engine.Decision;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Engine;
import org.countyledger.domain.engine.Overdue;
import org.countyledger.domain.engine.OverdueDeclaration;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.Request;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;

/** A county: its tables, its ledger, and what time it is. */
public final class TestCounty {
    public static final String CHANNEL = "county";
    public static final String CHAINCODE = "ledger";

    /** Monday, 09:00 in the county. */
    public static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private final Tables tables;
    private final Engine engine;
    private final MemoryLedger ledger = new MemoryLedger();
    private Instant now = MONDAY;
    private int transactions;
    private int keys;
    private Consumer<Accepted> watcher = accepted -> {};

    private TestCounty(Tables tables) {
        this.tables = tables;
        this.engine = new Engine(tables);
    }

    /** Nothing is on the ledger yet. */
    public static TestCounty unfounded() {
        return unfounded(CountyTables.all());
    }

    public static TestCounty unfounded(Tables tables) {
        return new TestCounty(tables);
    }

    /** The law's periods and the calendar of 2026. */
    public static TestCounty legal() {
        return Founding.legal(unfounded());
    }

    /** Every period in seconds. */
    public static TestCounty demonstration() {
        return Founding.demonstration(unfounded());
    }

    public Instant now() {
        return now;
    }

    public TestCounty at(Instant moment) {
        now = moment;
        return this;
    }

    public TestCounty at(String moment) {
        return at(Instant.parse(moment));
    }

    public TestCounty pass(Duration time) {
        return at(now.plus(time));
    }

    public Engine engine() {
        return engine;
    }

    public MemoryLedger ledger() {
        return ledger;
    }

    /** A key that was not used before. */
    public IdempotencyKey newKey() {
        byte[] digest = Digests.sha256(("key " + ++keys).getBytes(StandardCharsets.UTF_8));
        return new IdempotencyKey(Arrays.copyOf(digest, 16));
    }

    /** A record that does not exist yet, under the id that this key gives. */
    public Target newRecord(Kind kind) {
        return new Target(kind, newKey().recordId(kind));
    }

    public Act by(Actor actor, Target target) {
        return new Act(this, actor, target, newKey());
    }

    public Optional<Header> find(Target target) {
        return ledger.header(target.kind(), target.id());
    }

    public Header header(Target target) {
        return find(target).orElseThrow();
    }

    public List<Event> events(Target target) {
        return ledger.events(target.kind(), target.id());
    }

    /** Stages what a command names, each as the next value of its group. */
    void stage(Actor actor, Command command) {
        Optional<Header> header = ledger.header(command.kind(), command.id());
        String owner = header.map(known -> known.founding().ownerOrg())
                .or(() -> command.kind().fixedOwner())
                .orElseGet(actor::mspId);
        command.commitments().forEach((group, commitment) -> {
            long n = header.map(known -> known.nextContent(group)).orElse(1L);
            ledger.stage(owner, new ContentKey(command.kind(), command.id(), group, n), commitment);
        });
    }

    Decision decide(Actor actor, Command command) {
        Optional<Header> header = ledger.header(command.kind(), command.id());
        return engine.decide(header, request(actor, command), ledger);
    }

    /** What would become of a command in one and the same transaction, whichever command it is. */
    public Decision tried(Actor actor, Command command) {
        Moment moment = new Moment(now, "a".repeat(64), CHANNEL, CHAINCODE);
        return engine.decide(
                find(new Target(command.kind(), command.id())), new Request(command, actor, moment), ledger);
    }

    /** A record as another part of the county would have written it. */
    public void putRecord(Kind kind, String id, String state, Map<String, ?> fields) {
        ledger.put(new HeaderKey(kind, id), AnyHeader.plain(kind, id, state, new Clear(fields)));
    }

    /** A command as the next transaction brings it. */
    public Request request(Actor actor, Command command) {
        return new Request(command, actor, nextMoment());
    }

    /** Sees everything before it is written. */
    public TestCounty watchedBy(Consumer<Accepted> newWatcher) {
        watcher = newWatcher;
        return this;
    }

    Accepted write(Accepted accepted) {
        watcher.accept(accepted);
        ledger.apply(accepted);
        return accepted;
    }

    private Moment nextMoment() {
        String txId = Digests.sha256Hex(("transaction " + ++transactions).getBytes(StandardCharsets.UTF_8));
        return new Moment(now, txId, CHANNEL, CHAINCODE);
    }

    /** Decides that a clock's last start is overdue, and writes if it is. */
    public Decision declareOverdue(Actor actor, Target target, String clock, int level) {
        int n = find(target)
                .flatMap(header -> header.clock(clock))
                .map(started -> started.n())
                .orElse(1);
        OverdueDeclaration declaration = new OverdueDeclaration(target.kind(), target.id(), clock, n, level);
        Decision decision = new Overdue(tables).declare(declaration, actor, nextMoment(), ledger);
        if (decision instanceof Accepted accepted) {
            write(accepted);
        }
        return decision;
    }
}

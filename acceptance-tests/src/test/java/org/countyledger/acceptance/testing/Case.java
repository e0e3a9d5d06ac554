package org.countyledger.acceptance.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** One record on its way, and the sequence it was last seen at. */
public final class Case {
    private final Kind kind;
    private final String id;
    private long seq;

    public Case(Kind kind, String id, long seq) {
        this.kind = kind;
        this.id = id;
        this.seq = seq;
    }

    /** The record that a creating command made. */
    public static Case created(Command command, Reply reply) {
        reply.expect(201);
        assertThat(reply.at("/commitStatus")).isEqualTo("VALID");
        assertThat(reply.at("/recordId")).isEqualTo(command.target().id());
        assertThat(reply.header("ETag")).isEqualTo("\"seq-1\"");
        return new Case(command.target().kind(), command.target().id(), 1);
    }

    /** The record as an officer reads it now. */
    public static Case seen(Officer officer, Kind kind, String id) {
        return new Case(kind, id, officer.get(kind.path(id)).expect(200).number("/seq"));
    }

    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public long seq() {
        return seq;
    }

    public String path() {
        return kind.path(id);
    }

    /** The next step, not yet taken. */
    public Command step(String action, Map<String, Object> clear, String... papers) {
        return Command.of(
                new Command.Target(kind, id, action, seq),
                new Command.Content(clear, Papers.of(kind, papers)),
                Key.next());
    }

    /** Takes a step that must succeed; answers its transaction. */
    public String take(Officer officer, String action, Map<String, Object> clear, String... papers) {
        return moved(officer.file(step(action, clear, papers)));
    }

    public String take(Resident resident, String action, Map<String, Object> clear, String... papers) {
        return moved(resident.file(step(action, clear, papers)));
    }

    private String moved(Reply reply) {
        reply.expect(200);
        assertThat(reply.at("/commitStatus")).isEqualTo("VALID");
        assertThat(reply.number("/seq")).isEqualTo(seq + 1);
        seq++;
        return reply.at("/receiptTxId");
    }

    /** The officer says that there is no conflict of interest with this record. */
    public void declareNoConflict(Officer officer) {
        officer.submit(conflictDeclaration(officer)).expect(201);
    }

    /** The declaration, not yet made; its id is one of the record and the officer. */
    public Command conflictDeclaration(Officer officer) {
        Map<String, Object> clear = Map.of("recordKind", kind.wireName(), "recordId", id, "answer", "NONE");
        String declaration = Key.sha256(id + "|" + officer.staff());
        return Command.of(
                new Command.Target(Kind.CONFLICT, declaration, "declare", 0),
                new Command.Content(clear, Map.of()),
                Key.next());
    }

    /** Waits until the record is in a state, e.g. by a timer. */
    public Case await(Officer officer, String state) {
        Reply reply = Eventually.eventually(
                County.PATIENCE,
                () -> officer.get(path()).expect(200),
                seen -> seen.at("/state").equals(state));
        seq = reply.number("/seq");
        return this;
    }
}

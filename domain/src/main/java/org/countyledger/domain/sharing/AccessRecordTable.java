package org.countyledger.domain.sharing;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.sharing.AccessRecordState.RECORDED;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.contract.ListReadingRequest;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.Kind;

/**
 * Access record 访问记录, written before the read: who reads which private group of which record, and why. A try that is
 * not allowed is recorded like any other, as DENIED, and opens nothing.
 */
public final class AccessRecordTable {
    public static final Lifecycle TABLE = lifecycle(
            Kind.ACCESS_RECORD,
            AccessRecordState.class,
            "R3",
            rows(
                    row("J31")
                            .creates()
                            .action("record")
                            .to(RECORDED)
                            .by(new Who.AnyOfficer())
                            .openedBy("Z07")
                            .when(Guard.that(
                                    situation -> Access.subject(situation).isPresent(), RefusalCode.UNKNOWN_RECORD))
                            .shows(
                                    field("recordKind", FieldType.KIND),
                                    field(Access.RECORD, FieldType.NAME),
                                    field("group", FieldType.NAME),
                                    field("purposeKind", FieldType.KIND),
                                    field("purposeId", FieldType.NAME),
                                    field("purposeCode", FieldType.CODE))
                            .does(Access::judge)
                            .source("SAL 70(6); PIPL 34"),
                    row("J32")
                            .creates()
                            .action("recordBatch")
                            .to(RECORDED)
                            .by(Role.DATA_STEWARD)
                            .byTimer()
                            .openedBy("J15")
                            .when(Guards.names("request", Kind.DATA_SHARE_REQUEST, DataShareRequestState.IN_USE))
                            .shows(Sharing.BATCH)
                            .shows(field("request", FieldType.NAME))
                            .mayStage("leaves")
                            .source("GDS 29"),
                    row("J33")
                            .creates()
                            .action("recordList")
                            .to(RECORDED)
                            .by(new Who.AnyOfficer())
                            .when(Guard.that(
                                    situation -> !Access.subjects(situation).isEmpty(), RefusalCode.UNKNOWN_RECORD))
                            .shows(
                                    field("recordKind", FieldType.KIND),
                                    field(
                                            Access.RECORDS,
                                            new FieldType.ListOf(FieldType.NAME, 1, ListReadingRequest.MOST)),
                                    field("group", FieldType.NAME),
                                    field("purposeCode", FieldType.CODE))
                            .does(Access::judgeList)
                            .source("SAL 70(6); PIPL 34")));

    private AccessRecordTable() {}
}

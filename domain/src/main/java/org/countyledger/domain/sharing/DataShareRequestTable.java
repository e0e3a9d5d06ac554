package org.countyledger.domain.sharing;

import static org.countyledger.domain.lifecycle.ClockStep.Start.clock;
import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.sharing.DataShareRequestState.AGREED;
import static org.countyledger.domain.sharing.DataShareRequestState.COORDINATION;
import static org.countyledger.domain.sharing.DataShareRequestState.DISPOSED;
import static org.countyledger.domain.sharing.DataShareRequestState.DISPOSING;
import static org.countyledger.domain.sharing.DataShareRequestState.IN_USE;
import static org.countyledger.domain.sharing.DataShareRequestState.LAPSED;
import static org.countyledger.domain.sharing.DataShareRequestState.MATERIALS_ASKED;
import static org.countyledger.domain.sharing.DataShareRequestState.PREPARED;
import static org.countyledger.domain.sharing.DataShareRequestState.REFUSED;
import static org.countyledger.domain.sharing.DataShareRequestState.REFUSED_FINAL;
import static org.countyledger.domain.sharing.DataShareRequestState.SUBMITTED;
import static org.countyledger.domain.sharing.DataShareRequestState.SUSPENDED;
import static org.countyledger.domain.sharing.DataShareRequestState.TERMINATION_TALKS;
import static org.countyledger.domain.sharing.DataShareRequestState.WITHDRAWN;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Counts;
import org.countyledger.domain.lifecycle.Effects;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.RowBuilder;
import org.countyledger.domain.lifecycle.Trigger;
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.record.Kind;

/** Request to share data 数据共享申请: the data travel on the existing platform; here stand the evidence and the clocks. */
public final class DataShareRequestTable {
    private static final RowBuilder[] ANSWER = {
        row("J01")
                .creates()
                .action("prepare")
                .to(PREPARED)
                .by(Role.DATA_STEWARD)
                .when(Guards.isDepartment("provider"))
                .shows(
                        field("catalogueId", FieldType.NAME),
                        oneOf("sharingClass", "UNCONDITIONAL", "CONDITIONAL"),
                        field("legalBasis", FieldType.CODE),
                        field("sceneCode", FieldType.CODE),
                        field("scopeCode", FieldType.CODE),
                        field("mode", FieldType.CODE),
                        field("until", FieldType.DATE),
                        field("provider", FieldType.NAME))
                .stages("request")
                .does(Sharing::found)
                .source("GDS 20"),
        row("J02")
                .from(PREPARED)
                .action("submit")
                .to(SUBMITTED)
                .by(Role.DATA_STEWARD_LEAD)
                .when(Sharing.byRequester())
                .startsIf(
                        Guards.fieldIs("sharingClass", "UNCONDITIONAL"),
                        clock("ANSWER").by("answer_unconditional"))
                .startsIf(
                        Guards.fieldIs("sharingClass", "CONDITIONAL"),
                        clock("ANSWER").by("answer_conditional"))
                .does(Sharing::handOver)
                .source("GDS 20, 21"),
        row("J03")
                .from(SUBMITTED)
                .action("askMaterials")
                .to(MATERIALS_ASKED)
                .by(Role.DATA_STEWARD)
                .when(Sharing.byProvider(), Counts.once("materialsAsked"))
                .pauses("WAIT_APPLICANT", "ANSWER")
                .starts("MATERIALS")
                .notes(field("itemCodes", new FieldType.ListOf(FieldType.CODE, 1, 20)))
                .stages("list")
                .does(Counts.up("materialsAsked"))
                .source("GDS 21(2)"),
        row("J04")
                .from(MATERIALS_ASKED)
                .action("supply")
                .to(SUBMITTED)
                .by(Role.DATA_STEWARD)
                .when(Sharing.byRequester())
                .meets("MATERIALS")
                .resumes("ANSWER")
                .stages("materials")
                .source("GDS 21"),
        row("J05")
                .from(MATERIALS_ASKED)
                .action("lapse")
                .to(LAPSED)
                .byTimer()
                .notBefore(Trigger.elapsed("MATERIALS"))
                .cancels("ANSWER"),
        row("J06")
                .from(SUBMITTED)
                .action("extendAnswer")
                .stays()
                .by(Role.DATA_AUTHORITY)
                .when(
                        Guard.that(Guards.fieldIs("sharingClass", "CONDITIONAL"), RefusalCode.WRONG_CATEGORY),
                        Counts.once("answerExtended"))
                .prolongs("ANSWER", "answer.extension")
                .notes(field("reasonCode", FieldType.CODE))
                .does(Counts.up("answerExtended"))
                .source("GDS 21"),
        row("J07")
                .from(SUBMITTED)
                .action("agree")
                .to(AGREED)
                .by(Role.DATA_STEWARD_LEAD)
                .when(Sharing.byProvider())
                .meets("ANSWER")
                .starts("PROVIDE")
                .shows(field("conditionsCode", FieldType.CODE))
                .stages("conditions")
                .source("GDS 21, 22"),
        row("J08")
                .from(SUBMITTED)
                .action("refuse")
                .to(REFUSED)
                .by(Role.DATA_STEWARD_LEAD)
                .when(
                        Sharing.byProvider(),
                        Guard.that(Guards.fieldIs("sharingClass", "CONDITIONAL"), RefusalCode.WRONG_CATEGORY))
                .meets("ANSWER")
                .starts("TALKS")
                .shows(field("reasonCode", FieldType.CODE), field("remedyId", FieldType.NAME))
                .stages("reasons")
                .source("GDS 21"),
        row("J09")
                .from(AGREED)
                .action("provision")
                .to(IN_USE)
                .by(Role.DATA_STEWARD)
                .when(Sharing.byProvider())
                .meets("PROVIDE")
                .shows(field("platformRef", FieldType.NAME))
                .does(Effects.sets("dataDelivered", true))
                .source("GDS 22"),
        row("J23")
                .from(PREPARED, SUBMITTED, MATERIALS_ASKED, AGREED)
                .action("withdraw")
                .to(WITHDRAWN)
                .by(Role.DATA_STEWARD_LEAD)
                .when(Sharing.byRequester())
                .cancelsAll(),
    };

    private static final RowBuilder[] DISPUTE = {
        row("J10")
                .from(REFUSED, AGREED, SUSPENDED, TERMINATION_TALKS)
                .action("askCoordination")
                .to(COORDINATION)
                .by(Role.DATA_STEWARD_LEAD)
                .when(Sharing.byEitherSide())
                .cancels("ANSWER", "PROVIDE", "TALKS")
                .starts("COORDINATE")
                .stages("dispute")
                .source("GDS 28"),
        row("J11")
                .from(COORDINATION)
                .action("coordinate:SHARE")
                .to(AGREED)
                .by(Role.DATA_AUTHORITY, Role.SUPERIOR_ORGAN_CLERK)
                .meets("COORDINATE")
                .starts("PROVIDE")
                .shows(field("level", FieldType.CODE))
                .stages("memo")
                .source("GDS 28"),
        row("J12")
                .from(COORDINATION)
                .action("coordinate:END")
                .to(DISPOSING)
                .by(Role.DATA_AUTHORITY, Role.SUPERIOR_ORGAN_CLERK)
                .when(Guard.that(Guards.isTrue("dataDelivered"), RefusalCode.RESULT_DIFFERS))
                .meets("COORDINATE")
                .starts("DISPOSE")
                .shows(field("level", FieldType.CODE))
                .stages("memo")
                .source("GDS 27, 28"),
        row("J13")
                .from(COORDINATION)
                .action("coordinate:REFUSE")
                .to(REFUSED_FINAL)
                .by(Role.DATA_AUTHORITY, Role.SUPERIOR_ORGAN_CLERK)
                .when(Guard.that(Guards.isTrue("dataDelivered").not(), RefusalCode.RESULT_DIFFERS))
                .meets("COORDINATE")
                .shows(field("level", FieldType.CODE))
                .stages("memo")
                .source("GDS 28"),
        row("J14")
                .from(REFUSED)
                .action("accept")
                .to(REFUSED_FINAL)
                .by(Role.DATA_STEWARD_LEAD)
                .byTimer()
                .when(Sharing.byRequester())
                .timerNotBefore(Trigger.elapsed("TALKS"))
                .cancels("TALKS"),
    };

    private static final RowBuilder[] USE = {
        row("J15")
                .from(IN_USE)
                .action("recordUse")
                .stays()
                .by(Role.DATA_STEWARD)
                .byTimer()
                .when(Sharing.byEitherSide())
                .opens(Kind.ACCESS_RECORD, Sharing::batch)
                .notes(Sharing.BATCH)
                .source("GDS 29"),
        row("J16")
                .from(IN_USE)
                .action("suspend")
                .to(SUSPENDED)
                .by(Role.DATA_STEWARD_LEAD, Role.DATA_AUTHORITY)
                .when(Sharing.byProvider())
                .starts("RECTIFY")
                .shows(field("reasonCode", FieldType.CODE))
                .stages("evidence")
                .does(Sharing::rememberWhoSuspended)
                .source("GDS 27(2)"),
        row("J17")
                .from(SUSPENDED)
                .action("resume")
                .to(IN_USE)
                .by(Role.DATA_STEWARD_LEAD, Role.DATA_AUTHORITY)
                .when(Sharing.byWhoSuspended())
                .meets("RECTIFY")
                .stages("memo")
                .source("GDS 27(2)"),
        row("J18")
                .from(SUSPENDED)
                .action("terminate")
                .to(DISPOSING)
                .by(Role.DATA_STEWARD_LEAD, Role.DATA_AUTHORITY)
                .when(Sharing.byWhoSuspended(), Guard.that(Windows.elapsed("RECTIFY"), RefusalCode.CLOCK_NOT_ELAPSED))
                .cancels("RECTIFY")
                .starts("DISPOSE")
                .shows(field("reasonCode", FieldType.CODE))
                .stages("memo")
                .source("GDS 27(2)"),
        row("J19")
                .from(IN_USE)
                .action("proposeEnd")
                .to(TERMINATION_TALKS)
                .by(Role.DATA_STEWARD_LEAD)
                .when(Sharing.byProvider())
                .starts("TALKS")
                .shows(field("reasonCode", FieldType.CODE))
                .stages("memo")
                .source("GDS 27(3)"),
        row("J20")
                .from(TERMINATION_TALKS)
                .action("keepOn")
                .to(IN_USE)
                .by(Role.DATA_STEWARD_LEAD)
                .byTimer()
                .when(Sharing.byProvider())
                .timerNotBefore(Trigger.elapsed("TALKS"))
                .meets("TALKS")
                .source("GDS 27(3)"),
        row("J21")
                .from(IN_USE, TERMINATION_TALKS)
                .action("finish")
                .to(DISPOSING)
                .by(Role.DATA_STEWARD_LEAD)
                .byTimer()
                .when(
                        Sharing.byEitherSide(),
                        Guards.given("cause").onlyIf(Guards.byTimer().not()))
                .timerNotBefore((header, records) -> Sharing.end(header))
                .cancels("TALKS")
                .starts("DISPOSE")
                .shows(oneOf("cause", "PURPOSE_MET", "IMPOSSIBLE", "PERIOD_OVER")
                        .optional())
                .source("GDS 27(1)"),
        row("J22")
                .from(DISPOSING)
                .action("dispose")
                .to(DISPOSED)
                .by(Role.DATA_STEWARD)
                .when(Sharing.byRequester())
                .meets("DISPOSE")
                .shows(oneOf("method", "DESTROYED", "RETURNED"), field("dpo", FieldType.STAFF))
                .stages("disposal")
                .source("GDS 27, 29"),
    };

    public static final Lifecycle TABLE =
            lifecycle(Kind.DATA_SHARE_REQUEST, DataShareRequestState.class, "R3", ANSWER, DISPUTE, USE);

    private DataShareRequestTable() {}
}

package org.countyledger.domain;

import java.util.List;
import org.countyledger.domain.audit.AuditEngagementTable;
import org.countyledger.domain.audit.AuditFindingTable;
import org.countyledger.domain.contracts.AppointmentTable;
import org.countyledger.domain.contracts.PerformanceReportTable;
import org.countyledger.domain.contracts.PppContractTable;
import org.countyledger.domain.grievance.GrievanceTable;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.mediation.MediationTable;
import org.countyledger.domain.needs.ResourceTable;
import org.countyledger.domain.needs.ServiceNeedTable;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.risk.RiskModelTable;
import org.countyledger.domain.risk.RiskScoreTable;
import org.countyledger.domain.sensing.DatastreamTable;
import org.countyledger.domain.sensing.ExceedanceTable;
import org.countyledger.domain.sensing.SensorTable;
import org.countyledger.domain.sensing.WindowBatchTable;
import org.countyledger.domain.sharing.AccessRecordTable;
import org.countyledger.domain.sharing.CorrectionRequestTable;
import org.countyledger.domain.sharing.DataShareRequestTable;
import org.countyledger.domain.support.CheckpointTable;
import org.countyledger.domain.support.CommonRows;
import org.countyledger.domain.support.ConflictTable;
import org.countyledger.domain.support.DeliveryTable;
import org.countyledger.domain.support.DisbursementTable;
import org.countyledger.domain.support.LegalBasisTable;
import org.countyledger.domain.support.NoticeTable;
import org.countyledger.domain.support.PolicyTable;
import org.countyledger.domain.support.UnitTables;
import org.countyledger.domain.support.WorkCalendarTable;
import org.countyledger.domain.surveys.PilotTable;
import org.countyledger.domain.surveys.SurveyResponseTable;
import org.countyledger.domain.surveys.SurveyTable;
import org.countyledger.domain.welfare.WelfareTable;

/** Where kinds of records are registered: one line each. */
public final class CountyTables {
    /** Made at the first use, because tables ask about each other's records. */
    private static final class Shared {
        static final Tables TABLES = all();
    }

    private CountyTables() {}

    /** Whether no row of its kind leads on from where the record stands. */
    public static boolean isTerminal(Header header) {
        return Shared.TABLES.of(header.kind()).state(header.state()).isTerminal();
    }

    /** The tables of all kinds. */
    public static Tables all() {
        return new Tables(
                List.of(
                        WelfareTable.TABLE,
                        GrievanceTable.TABLE,
                        MediationTable.TABLE,
                        SensorTable.TABLE,
                        DatastreamTable.TABLE,
                        WindowBatchTable.TABLE,
                        ExceedanceTable.TABLE,
                        ServiceNeedTable.TABLE,
                        ResourceTable.TABLE,
                        PppContractTable.TABLE,
                        PerformanceReportTable.TABLE,
                        AppointmentTable.TABLE,
                        SurveyTable.TABLE,
                        SurveyResponseTable.TABLE,
                        PilotTable.TABLE,
                        AuditEngagementTable.TABLE,
                        AuditFindingTable.TABLE,
                        RiskModelTable.TABLE,
                        RiskScoreTable.TABLE,
                        DataShareRequestTable.TABLE,
                        AccessRecordTable.TABLE,
                        CorrectionRequestTable.TABLE,
                        PolicyTable.TABLE,
                        WorkCalendarTable.TABLE,
                        UnitTables.ORG_UNIT,
                        UnitTables.GRID,
                        NoticeTable.TABLE,
                        DeliveryTable.TABLE,
                        ConflictTable.TABLE,
                        LegalBasisTable.TABLE,
                        DisbursementTable.TABLE,
                        CheckpointTable.TABLE),
                CommonRows.all());
    }
}

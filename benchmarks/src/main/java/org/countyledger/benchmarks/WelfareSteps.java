package org.countyledger.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.benchmarks.ClosedLoop.Caller;
import org.countyledger.client.signing.P256Signer;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.domain.record.RecordId;
import org.countyledger.network.api.Desk;
import org.countyledger.network.api.Draft;
import org.countyledger.network.api.Written;
import org.countyledger.network.embedded.RunningCounty;
import org.countyledger.network.resident.Papers;
import org.countyledger.network.resident.Resident;
import org.countyledger.network.setup.Offices;

/**
 * Submit, declare interests, accept, start the verification; then the next application. One command at each call, with a
 * commit for each private value that is staged before it.
 */
final class WelfareSteps implements Caller {
    private static final int STEPS = 4;

    private final Workloads.Signed residents;
    private final String clerk;
    private final List<String> surveyors;
    private final Desk office;
    private final BenchmarkResident resident;
    private final String town;
    private int step;
    private Optional<Written> application = Optional.empty();

    WelfareSteps(RunningCounty county, Workloads.Signed residents, Workloads.Officer officers) {
        this.residents = residents;
        this.town = county.inventory().towns().getFirst().code();
        List<String> clerks = new Offices(county).ofTown(town, Role.TOWN_CLERK);
        this.clerk = clerks.getFirst();
        this.surveyors = clerks.subList(1, 3).stream().map(Offices::staff).toList();
        this.office = officers.of(clerk);
        this.resident = new BenchmarkResident(
                P256Signer.generate(),
                new Resident.Place(
                        county.inventory().channel(), county.inventory().chaincode()));
    }

    @Override
    public int call() {
        Draft draft = switch (step) {
            case 0 -> submission();
            case 1 -> declaration(application.orElseThrow());
            case 2 ->
                Draft.step(application.orElseThrow(), "accept")
                        .with("dupCheck", "NONE")
                        .holding("checkList", content("checkList"));
            default ->
                Draft.step(application.orElseThrow(), "startVerification")
                        .with("surveyors", surveyors)
                        .holding("order", content("order"));
        };
        Written written = step == 0 ? residents.submit(draft, resident) : office.submit(draft);
        application = step == 1 ? application : Optional.of(written);
        step = (step + 1) % STEPS;
        return draft.contents().size() + 1;
    }

    private Draft submission() {
        return Draft.creation(Kind.WELFARE_APPLICATION, "submit")
                .with(new Clear(Map.of(
                        "programme", "DIBAO",
                        "town", town,
                        "band", "3",
                        "channel", "ONLINE",
                        "custody", "SELF_HELD",
                        "key", resident.spki())))
                .holding("form", content("form"))
                .holding("consent", content("consent"));
    }

    private static PrivateValue content(String group) {
        return Papers.of(Kind.WELFARE_APPLICATION, group, "one of many");
    }

    private Draft declaration(Written record) {
        return Draft.creation(
                        Kind.CONFLICT_DECLARATION,
                        RecordId.conflictDeclaration(record.id(), Offices.staff(clerk)),
                        "declare")
                .with(new Clear(Map.of(
                        "recordKind", record.kind().wireName(),
                        "recordId", record.id(),
                        "answer", "NONE")));
    }
}

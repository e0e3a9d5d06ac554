package org.countyledger.network.setup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Kind;
import org.countyledger.network.CountyException;
import org.countyledger.network.api.Draft;
import org.countyledger.network.api.GatewayApi;
import org.countyledger.network.api.Written;
import org.countyledger.network.embedded.CountySetup;
import org.countyledger.network.embedded.RunningCounty;
import org.countyledger.network.inventory.Town;

/**
 * Enters what a county needs before anybody can work, by ordinary transactions of its officers: policies, calendar, grids,
 * and the sensor that stands for the file adapter. What is there is left alone, so it may run after every start.
 */
public final class Bootstrap implements CountySetup {
    private static final String FIRST_MOMENT = "2026-01-01T00:00:00Z";

    @Override
    public void prepare(RunningCounty county) {
        Offices offices = new Offices(county);
        GatewayApi gateway = new GatewayApi(county.gateway(), county.tokens());
        new Ratification(gateway, offices, county.purpose())
                .ensure("county", PolicyFiles.county(county.inventory(), county.purpose()));
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> tasks = new ArrayList<>();
            for (String policy : PolicyFiles.others()) {
                Clear entries = PolicyFiles.others(policy, county.purpose());
                tasks.add(together.submit(
                        () -> new Ratification(gateway, offices, county.purpose()).ensure(policy, entries)));
            }
            tasks.add(together.submit(() -> calendar(gateway, offices)));
            for (Town town : county.inventory().towns()) {
                town.grids().forEach(grid -> tasks.add(together.submit(() -> grid(gateway, offices, town, grid))));
            }
            tasks.forEach(Bootstrap::await);
        }
        new Stations(gateway, offices, county).ensureAdapter();
    }

    private static void await(Future<?> task) {
        try {
            Object unused = task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CountyException("Interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CountyException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void calendar(GatewayApi gateway, Offices offices) {
        Clear calendar = PolicyFiles.calendar();
        String id = calendar.text("family").orElseThrow() + "-"
                + calendar.integer("year").orElseThrow();
        String officer = offices.one("civil-affairs", Role.POLICY_OFFICER);
        if (gateway.find(officer, Kind.WORK_CALENDAR, id).isPresent()) {
            return;
        }
        Written published = gateway.officer(officer)
                .submit(Draft.creation(Kind.WORK_CALENDAR, id, "publish").with(calendar));
        gateway.officer(offices.one("audit", Role.POLICY_RATIFIER)).submit(Draft.step(published, "confirm"));
    }

    private static void grid(GatewayApi gateway, Offices offices, Town town, Town.Grid grid) {
        String lead = offices.one("grid-centre", Role.GRID_LEAD);
        if (gateway.find(lead, Kind.GRID, grid.code()).isPresent()) {
            return;
        }
        gateway.officer(lead)
                .submit(Draft.creation(Kind.GRID, grid.code(), "register")
                        .with(new Clear(Map.of(
                                "code", grid.code(),
                                "town", town.code(),
                                "names", List.of(grid.name().zh(), grid.name().en()),
                                "publicPhone", "12345",
                                "complaintPhone", "12345"))));
    }

    static String firstMoment() {
        return FIRST_MOMENT;
    }

    static String digest(String text) {
        return Digests.sha256Hex(text.getBytes(StandardCharsets.UTF_8));
    }
}

package org.countyledger.network.demo;

import java.util.List;
import java.util.Random;
import org.countyledger.network.api.GatewayApi;
import org.countyledger.network.api.Written;
import org.countyledger.network.embedded.RunningCounty;
import org.countyledger.network.inventory.Town;
import org.countyledger.network.setup.Offices;

/** The whole story on a demonstration county. */
public final class Demonstration {
    private final Stage stage;

    /** A story whose invented households come from this seed. */
    public Demonstration(RunningCounty county, Narrator narrator, long seed) {
        GatewayApi gateway = new GatewayApi(county.gateway(), county.tokens());
        this.stage = new Stage(county, gateway, new Offices(county), narrator, new Random(seed));
    }

    /** Tells it; answers the first application, which a resident may look up. */
    public Written tell() {
        List<Town> towns = stage.county().inventory().towns();
        new AirStory(stage).tell();
        Written application = new WelfareStory(stage, towns.getFirst()).tell();
        new GrievanceStory(stage, towns.get(1)).tell(Incident.sample().getFirst());
        return application;
    }
}

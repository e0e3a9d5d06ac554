package org.countyledger.oracle.intake;

import java.util.Optional;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.sensing.SensorState;
import org.countyledger.oracle.ledger.Registry;
import org.countyledger.oracle.sensor.AdapterSigner;
import org.springframework.stereotype.Component;

/** The sensor under which a datastream takes what files and JSON feeds bring. */
@Component
public final class AdapterSensor {
    private final Registry registry;
    private final AdapterSigner signer;

    AdapterSensor(Registry registry, AdapterSigner signer) {
        this.registry = registry;
        this.signer = signer;
    }

    /** Id of the active sensor of the datastream that has the adapter's key. */
    public Optional<String> of(Header datastream) {
        return datastream.fields().texts("sensors").stream()
                .flatMap(id -> registry.sensor(id).stream())
                .filter(sensor -> sensor.state().equals(SensorState.ACTIVE.name()))
                .filter(sensor -> sensor.fields().text("key").equals(Optional.of(signer.spki())))
                .map(Header::id)
                .findFirst();
    }
}

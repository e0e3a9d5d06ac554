package org.countyledger.benchmarks;

import java.util.List;
import org.countyledger.client.signing.P256Signer;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.network.api.Desk;
import org.countyledger.network.api.GatewayApi;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.resident.Resident;

/** A resident who signs for either way in. */
record BenchmarkResident(P256Signer key, Resident.Place place) {

    String spki() {
        return key.spki();
    }

    Command sign(Command command, Inventory inventory) {
        byte[] bytes = command.signedBytes(inventory.channel(), inventory.chaincode());
        return command.signedWith(List.of(new CommandSignature(KeyRole.HOLDER, key.spki(), key.sign(bytes))));
    }

    StagingRequest sign(StagingRequest request, Inventory inventory) {
        byte[] bytes = request.signedBytes(inventory.channel(), inventory.chaincode());
        return request.signedWith(new CommandSignature(KeyRole.HOLDER, key.spki(), key.sign(bytes)));
    }

    Desk over(GatewayApi gateway) {
        return new Resident(gateway, place, key, new byte[PrivateValue.SALT_BYTES]);
    }
}

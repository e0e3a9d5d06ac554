package org.countyledger.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.traces.Traces;

/** The least that a chaincode can do: one put of the second argument under the first. What ours is compared with. */
final class PutChaincode extends ChaincodeBase {

    void prepare(String packageId) {
        processCommandLineOptions(new String[] {"-i", packageId});
        Metrics.initialize(getChaincodeConfig());
        Traces.initialize(getChaincodeConfig());
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        List<String> arguments = stub.getParameters();
        stub.putState(arguments.get(0), arguments.get(1).getBytes(StandardCharsets.UTF_8));
        return ResponseUtils.newSuccessResponse("{}".getBytes(StandardCharsets.UTF_8));
    }
}

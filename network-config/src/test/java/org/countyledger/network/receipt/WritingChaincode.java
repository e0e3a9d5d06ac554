package org.countyledger.network.receipt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;

/** Writes keys and values as it is told: what the county's contract writes, without its rules. */
final class WritingChaincode extends ChaincodeBase {
    @Override
    public Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        List<String> pairs = stub.getParameters();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            stub.putState(pairs.get(i), pairs.get(i + 1).getBytes(StandardCharsets.UTF_8));
        }
        return ResponseUtils.newSuccessResponse();
    }
}

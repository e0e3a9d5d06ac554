package org.countyledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.countyledger.embedded.channel.ChaincodeSetup;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;

/** A chaincode on the official shim for private values; what is secret comes in the transient map under "value". */
public final class PrivateChaincode extends ChaincodeBase {
    @Override
    public Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        List<String> parameters = stub.getParameters();
        String collection = parameters.get(0);
        String key = parameters.get(1);
        switch (stub.getFunction()) {
            case "stage" ->
                stub.putPrivateData(collection, key, stub.getTransient().get("value"));
            case "stageBoth" -> {
                stub.putPrivateData(collection, key, stub.getTransient().get("value"));
                stub.putPrivateData(parameters.get(2), key, stub.getTransient().get("value"));
            }
            case "get" -> {
                return answer(stub.getPrivateData(collection, key));
            }
            case "hash" -> {
                return answer(stub.getPrivateDataHash(collection, key));
            }
            case "copy" -> stub.putPrivateData(parameters.get(2), key, stub.getPrivateData(collection, key));
            case "delete" -> stub.delPrivateData(collection, key);
            case "purge" -> stub.purgePrivateData(collection, key);
            case "command" -> {
                return command(stub, parameters);
            }
            case "touch" -> {
                stub.getState(key);
                stub.putStringState(key, parameters.get(2));
            }
            case "guard" -> stub.setPrivateDataValidationParameter(collection, key, policy(parameters.get(2)));
            case "scan" -> {
                return answer(
                        String.join(",", scan(stub, collection, parameters)).getBytes(UTF_8));
            }
            default -> {
                return ResponseUtils.newErrorResponse("UNKNOWN_FUNCTION " + stub.getFunction());
            }
        }
        return ResponseUtils.newSuccessResponse();
    }

    private static Response answer(byte[] value) {
        return ResponseUtils.newSuccessResponse(value == null ? new byte[0] : value);
    }

    /** Creates a header under a policy of its own if the private value has the hash that the client claims. */
    private static Response command(ChaincodeStub stub, List<String> parameters) {
        String header = "H~" + parameters.get(1);
        byte[] hash = stub.getPrivateDataHash(parameters.get(0), parameters.get(1));
        if (!HexFormat.of().formatHex(hash == null ? new byte[0] : hash).equals(parameters.get(2))) {
            return ResponseUtils.newErrorResponse("COMMITMENT_MISMATCH");
        }
        stub.getState(header);
        stub.putStringState(header, parameters.get(2));
        stub.setStateValidationParameter(header, policy(parameters.get(3)));
        return ResponseUtils.newSuccessResponse();
    }

    private static byte[] policy(String text) {
        return ChaincodeSetup.policy(text).toByteArray();
    }

    private static List<String> scan(ChaincodeStub stub, String collection, List<String> parameters) {
        List<String> found = new ArrayList<>();
        try (QueryResultsIterator<KeyValue> results =
                stub.getPrivateDataByRange(collection, parameters.get(1), parameters.get(2))) {
            for (KeyValue result : results) {
                found.add(result.getKey() + "=" + result.getStringValue());
            }
        } catch (Exception e) {
            throw new IllegalStateException("The range was not closed", e);
        }
        return found;
    }
}

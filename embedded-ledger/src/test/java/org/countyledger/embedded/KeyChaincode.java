package org.countyledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.shim.ledger.KeyModification;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;
import org.hyperledger.fabric.traces.Traces;

/** A chaincode on the official shim whose functions are the ledger's own calls. */
public final class KeyChaincode extends ChaincodeBase {
    private final String mspId;
    private final CountDownLatch released = new CountDownLatch(1);

    public KeyChaincode(String mspId) {
        this.mspId = mspId;
    }

    /** Makes this chaincode ready to be served as a process of its own would be. */
    void register(String packageId) {
        processCommandLineOptions(new String[] {"-i", packageId});
        validateOptions();
        Metrics.initialize(getChaincodeConfig());
        Traces.initialize(getChaincodeConfig());
    }

    /** Lets calls of {@code hang} go on. */
    void release() {
        released.countDown();
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        List<String> parameters = stub.getParameters();
        return switch (stub.getFunction()) {
            case "put" -> {
                stub.putStringState(parameters.get(0), parameters.get(1));
                yield ResponseUtils.newSuccessResponse(parameters.get(1).getBytes(UTF_8));
            }
            case "putAll" -> {
                parameters.forEach(key -> stub.putStringState(key, "x"));
                yield ResponseUtils.newSuccessResponse();
            }
            case "get" ->
                ResponseUtils.newSuccessResponse(
                        stub.getStringState(parameters.get(0)).getBytes(UTF_8));
            case "delete" -> {
                stub.delState(parameters.get(0));
                yield ResponseUtils.newSuccessResponse();
            }
            case "add" -> add(stub, parameters.get(0), Integer.parseInt(parameters.get(1)));
            case "scan" ->
                ResponseUtils.newSuccessResponse(String.join(",", scan(stub, parameters.get(0), parameters.get(1)))
                        .getBytes(UTF_8));
            case "count" -> {
                int found = scan(stub, parameters.get(0), parameters.get(1)).size();
                stub.putStringState(parameters.get(2), String.valueOf(found));
                yield ResponseUtils.newSuccessResponse(String.valueOf(found).getBytes(UTF_8));
            }
            case "history" ->
                ResponseUtils.newSuccessResponse(
                        history(stub, parameters.get(0)).getBytes(UTF_8));
            case "event" -> {
                stub.putStringState(parameters.get(0), parameters.get(1));
                stub.setEvent(parameters.get(0), parameters.get(1).getBytes(UTF_8));
                yield ResponseUtils.newSuccessResponse();
            }
            case "policy" -> {
                stub.getState(parameters.get(0));
                stub.setStateValidationParameter(
                        parameters.get(0), HexFormat.of().parseHex(parameters.get(1)));
                yield ResponseUtils.newSuccessResponse();
            }
            case "who" -> {
                stub.putStringState("who", mspId);
                yield ResponseUtils.newSuccessResponse(mspId.getBytes(UTF_8));
            }
            case "hang" -> hang();
            case "call" ->
                stub.invokeChaincodeWithStringArgs(parameters.get(0), parameters.subList(1, parameters.size()));
            case "page" -> page(stub, parameters);
            case "fail" -> ResponseUtils.newErrorResponse(parameters.get(0));
            case "throw" -> throw new IllegalStateException(parameters.get(0));
            default -> ResponseUtils.newErrorResponse("UNKNOWN_FUNCTION " + stub.getFunction());
        };
    }

    private Response hang() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ResponseUtils.newSuccessResponse();
    }

    /** Keys of one page of a range, then the bookmark of the next. */
    private static Response page(ChaincodeStub stub, List<String> parameters) {
        List<String> found = new ArrayList<>();
        try (QueryResultsIteratorWithMetadata<KeyValue> results = stub.getStateByRangeWithPagination(
                parameters.get(0), parameters.get(1), Integer.parseInt(parameters.get(2)), parameters.get(3))) {
            for (KeyValue result : results) {
                found.add(result.getKey());
            }
            found.add(results.getMetadata().getBookmark());
        } catch (Exception e) {
            throw new IllegalStateException("The page was not closed", e);
        }
        return ResponseUtils.newSuccessResponse(String.join(",", found).getBytes(UTF_8));
    }

    private static Response add(ChaincodeStub stub, String key, int by) {
        String now = stub.getStringState(key);
        String next = String.valueOf((now.isEmpty() ? 0 : Integer.parseInt(now)) + by);
        stub.putStringState(key, next);
        return ResponseUtils.newSuccessResponse(next.getBytes(UTF_8));
    }

    private static List<String> scan(ChaincodeStub stub, String start, String end) {
        List<String> found = new ArrayList<>();
        try (QueryResultsIterator<KeyValue> results = stub.getStateByRange(start, end)) {
            for (KeyValue result : results) {
                found.add(result.getKey() + "=" + result.getStringValue());
            }
        } catch (Exception e) {
            throw new IllegalStateException("The range was not closed", e);
        }
        return found;
    }

    private static String history(ChaincodeStub stub, String key) {
        List<String> found = new ArrayList<>();
        try (QueryResultsIterator<KeyModification> results = stub.getHistoryForKey(key)) {
            for (KeyModification result : results) {
                found.add(result.isDeleted() ? "deleted" : result.getStringValue());
            }
        } catch (Exception e) {
            throw new IllegalStateException("The history was not closed", e);
        }
        return String.join(",", found);
    }
}

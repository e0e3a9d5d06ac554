package org.countyledger.chaincode;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.countyledger.domain.CountyTables;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Tables;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.traces.Traces;

/**
 * Dispatch of the contract's functions. A refusal is a response of status 500 whose message is {@code CODE|rule|sentence},
 * because the peer drops the payload of a failed response. Arguments are never logged.
 */
public final class CountyChaincode extends ChaincodeBase {
    private static final System.Logger LOG = System.getLogger(CountyChaincode.class.getName());

    private final CommandHandler commands;
    private final ContentHandler contents;
    private final QueryHandler queries;
    private final CallerIdentity callers = new CallerIdentity();
    private final ParsedValues parsed = new ParsedValues();

    /**
     * A contract for one organisation's peer.
     *
     * @param name of the chaincode, which residents sign
     * @param clock the endorser's own, only ever used to refuse
     * @param tolerance how far a transaction's time may be from it
     */
    public CountyChaincode(String name, Clock clock, Duration tolerance) {
        Tables tables = CountyTables.all();
        TransactionTime time = new TransactionTime(clock, tolerance);
        this.commands = new CommandHandler(tables, name, time);
        this.contents = new ContentHandler(tables, name, time);
        this.queries = new QueryHandler();
    }

    /**
     * Readies the shim under this package id: what {@code ChaincodeBase.start} does before it connects. Without the last
     * two calls the stream has no observer.
     */
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
        try {
            return ResponseUtils.newSuccessResponse(answer(stub, stub.getFunction(), stub.getParameters()));
        } catch (RefusedException e) {
            return ResponseUtils.newErrorResponse(e.refusal().message());
        } catch (IllegalArgumentException e) {
            return ResponseUtils.newErrorResponse(
                    Refusal.of(RefusalCode.MALFORMED_COMMAND, "", String.valueOf(e.getMessage()))
                            .message());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "transaction " + stub.getTxId() + " failed", e);
            throw e;
        }
    }

    private byte[] answer(ChaincodeStub stub, String function, List<String> arguments) {
        LedgerState state = new LedgerState(stub, parsed);
        return switch (function) {
            case Functions.SUBMIT -> commands.submit(state, callers.of(stub), arguments);
            case Functions.DECLARE_OVERDUE -> commands.declareOverdue(state, callers.of(stub), arguments);
            case Functions.STAGE -> contents.stage(state, callers.of(stub), arguments);
            case Functions.READ -> contents.read(state, callers.of(stub), arguments);
            case Functions.READ_LIST -> contents.readList(state, callers.of(stub), arguments);
            case Functions.DISCLOSE -> contents.disclose(state, callers.of(stub), arguments);
            case Functions.STAGED -> contents.staged(state, callers.of(stub), arguments);
            case Functions.SWEEP -> contents.sweep(state, callers.of(stub), arguments);
            case Functions.GET -> queries.get(state, arguments);
            case Functions.LIST -> queries.list(state, arguments);
            case Functions.EVENTS -> queries.events(state, arguments);
            case Functions.POLICIES -> queries.policies(state, arguments);
            default -> throw new RefusedException(Refusal.of(RefusalCode.UNKNOWN_FUNCTION, ""));
        };
    }
}

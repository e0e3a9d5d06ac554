package org.countyledger.embedded.systemcc;

import com.google.protobuf.ByteString;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.countyledger.embedded.state.BlockStore;
import org.hyperledger.fabric.protos.peer.Response;

/** Questions about blocks and transactions ({@code core/scc/qscc/query.go}): function, channel, further argument. */
public final class Qscc implements SystemChaincode {
    private static final String CHAIN_INFO = "GetChainInfo";

    private final String channel;
    private final BlockStore blocks;

    public Qscc(String channel, BlockStore blocks) {
        this.channel = channel;
        this.blocks = blocks;
    }

    @Override
    public Response invoke(List<ByteString> arguments, Caller caller) {
        if (arguments.size() < 2) {
            return SystemChaincode.error("Incorrect number of arguments, " + arguments.size());
        }
        String function = arguments.getFirst().toStringUtf8();
        String asked = arguments.get(1).toStringUtf8();
        if (!function.equals(CHAIN_INFO) && arguments.size() < 3) {
            return SystemChaincode.error("missing 3rd argument for " + function);
        }
        if (!asked.equals(channel)) {
            return SystemChaincode.error("Invalid chain ID, " + asked);
        }
        Optional<String> refusal = caller.refusal("qscc/" + function);
        if (refusal.isPresent()) {
            return SystemChaincode.error(
                    "access denied for [" + function + "][" + asked + "]: [" + refusal.get() + "]");
        }
        return function.equals(CHAIN_INFO)
                ? SystemChaincode.success(blocks.chainInfo().toByteString())
                : answer(function, arguments.get(2));
    }

    private Response answer(String function, ByteString argument) {
        String text = argument.toStringUtf8();
        return switch (function) {
            case "GetTransactionByID" ->
                blocks.transaction(text)
                        .map(found -> SystemChaincode.success(found.toByteString()))
                        .orElseGet(() -> SystemChaincode.error("Failed to get transaction with id " + text
                                + ", error no such transaction ID [" + text + "] in index"));
            case "GetBlockByNumber" -> byNumber(text);
            case "GetBlockByHash" ->
                blocks.blockByHash(argument)
                        .map(found -> SystemChaincode.success(found.toByteString()))
                        .orElseGet(() -> {
                            String hash = HexFormat.of().formatHex(argument.toByteArray());
                            return SystemChaincode.error("Failed to get block hash " + hash
                                    + ", error no such block hash [" + hash + "] in index");
                        });
            case "GetBlockByTxID" ->
                blocks.blockByTransactionId(text)
                        .map(found -> SystemChaincode.success(found.toByteString()))
                        .orElseGet(() -> SystemChaincode.error("Failed to get block for txID " + text
                                + ", error no such transaction ID [" + text + "] in index"));
            default -> SystemChaincode.error("Requested function " + function + " not found.");
        };
    }

    private Response byNumber(String text) {
        long number;
        try {
            number = Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            return SystemChaincode.error("Failed to parse block number with error strconv.ParseUint: parsing \"" + text
                    + "\": invalid syntax");
        }
        long last = number == -1 ? blocks.chainInfo().getHeight() - 1 : number;
        return blocks.block(last)
                .map(found -> SystemChaincode.success(found.toByteString()))
                .orElseGet(() -> SystemChaincode.error("Failed to get block number " + Long.toUnsignedString(number)
                        + ", error no such block number [" + Long.toUnsignedString(number) + "] in index"));
    }
}

package org.countyledger.embedded.systemcc;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.countyledger.embedded.state.BlockStore;
import org.countyledger.ledger.channel.ChannelConfig;
import org.hyperledger.fabric.protos.peer.ChannelInfo;
import org.hyperledger.fabric.protos.peer.ChannelQueryResponse;
import org.hyperledger.fabric.protos.peer.Response;

/** Questions about the channel ({@code core/scc/cscc/configure.go}). */
public final class Cscc implements SystemChaincode {
    private final ChannelConfig channel;
    private final BlockStore blocks;

    public Cscc(ChannelConfig channel, BlockStore blocks) {
        this.channel = channel;
        this.blocks = blocks;
    }

    @Override
    public Response invoke(List<ByteString> arguments, Caller caller) {
        String function = arguments.isEmpty() ? "" : arguments.getFirst().toStringUtf8();
        if (function.equals("GetChannels")) {
            return SystemChaincode.success(ChannelQueryResponse.newBuilder()
                    .addChannels(ChannelInfo.newBuilder().setChannelId(channel.channelId()))
                    .build()
                    .toByteString());
        }
        if (arguments.size() < 2) {
            return SystemChaincode.error("Incorrect number of arguments, " + arguments.size());
        }
        String asked = arguments.get(1).toStringUtf8();
        if (!asked.equals(channel.channelId())) {
            return SystemChaincode.error("Unknown channel ID, " + asked);
        }
        Optional<String> refusal = caller.refusal("cscc/" + function);
        if (refusal.isPresent()) {
            return SystemChaincode.error("access denied for [" + function + "][" + asked + "]: " + refusal.get());
        }
        return switch (function) {
            case "GetConfigBlock" ->
                SystemChaincode.success(blocks.block(0).orElseThrow().toByteString());
            case "GetChannelConfig" -> SystemChaincode.success(channel.config().toByteString());
            default -> SystemChaincode.error("Requested function " + function + " not found.");
        };
    }
}

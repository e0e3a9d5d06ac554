package org.countyledger.ledger.genesis;

import java.util.List;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.Consenter;

/** A channel that is to be; who is in it stands in the order in which consenters are numbered. */
public record ChannelSetup(String channel, List<ChannelMember> members, Ordering ordering, BlockCutting cutting) {
    public ChannelSetup {
        members = List.copyOf(members);
        if (members.stream().noneMatch(member -> member.consenter().isPresent())) {
            throw new IllegalArgumentException("A channel without an ordering node orders nothing");
        }
    }

    List<String> mspIds() {
        return members.stream().map(ChannelMember::mspId).toList();
    }

    Stream<ChannelMember> orderingMembers() {
        return members.stream().filter(member -> member.consenter().isPresent());
    }

    List<Consenter> consenters() {
        return members.stream().flatMap(member -> member.consenter().stream()).toList();
    }
}

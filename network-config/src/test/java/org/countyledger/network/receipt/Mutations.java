package org.countyledger.network.receipt;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.ledger.receipt.AttestedTransaction;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.Endorsement;

/** Ways to change a receipt that somebody might try; each answers other bytes than it was given, or the same by chance. */
final class Mutations {
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final Random random;
    private final List<AttestedTransaction> receipts;
    private final List<SigningIdentity> clients;

    /** Kinds of change, blind ones first. */
    enum Sort {
        FLIP,
        REPLACE,
        DELETE,
        INSERT,
        SWAP_BYTES,
        TRUNCATE,
        APPEND,
        SWAP_ENDORSERS,
        SWAP_SIGNATURES,
        REORDER,
        OTHER_CODE,
        OTHER_ENVELOPE,
        OTHER_ANSWERS,
        OTHER_QUESTION,
        HIGH_S,
        LONG_DER,
        FEWER,
        TWICE,
        UNKNOWN_FIELD,
        UNKNOWN_FIELD_INSIDE,
        OTHER_STATE,
        SIGNED_BY_CLIENTS
    }

    Mutations(Random random, List<AttestedTransaction> receipts, ThrowawayNetwork network) {
        this.random = random;
        this.receipts = receipts;
        this.clients = network.mspIds().stream()
                .map(mspId -> network.organization(mspId).client("forger").signing())
                .toList();
    }

    ByteString change(Sort sort, AttestedTransaction receipt) {
        byte[] bytes = receipt.encoded().toByteArray();
        int place = random.nextInt(bytes.length);
        return switch (sort) {
            case FLIP -> {
                bytes[place] ^= (byte) (1 << random.nextInt(8));
                yield ByteString.copyFrom(bytes);
            }
            case REPLACE -> {
                bytes[place] = (byte) random.nextInt();
                yield ByteString.copyFrom(bytes);
            }
            case DELETE -> spliced(bytes, place, Math.min(bytes.length, place + 1 + random.nextInt(40)), new byte[0]);
            case INSERT -> {
                byte[] more = new byte[1 + random.nextInt(8)];
                random.nextBytes(more);
                yield spliced(bytes, place, place, more);
            }
            case SWAP_BYTES -> {
                int other = random.nextInt(bytes.length);
                byte kept = bytes[place];
                bytes[place] = bytes[other];
                bytes[other] = kept;
                yield ByteString.copyFrom(bytes);
            }
            case TRUNCATE -> ByteString.copyFrom(bytes, 0, place);
            case APPEND -> ByteString.copyFrom(bytes).concat(ByteString.copyFrom(new byte[1 + random.nextInt(4)]));
            default -> structural(sort, receipt);
        };
    }

    private ByteString structural(Sort sort, AttestedTransaction receipt) {
        AttestedTransaction other = receipts.get(random.nextInt(receipts.size()));
        List<Endorsement> answers = new ArrayList<>(receipt.answers());
        int one = random.nextInt(answers.size());
        int two = (one + 1) % answers.size();
        switch (sort) {
            case SWAP_ENDORSERS, SWAP_SIGNATURES -> {
                ByteString first = answers.get(one).getSignature();
                answers.set(one, signed(answers.get(one), answers.get(two).getSignature()));
                if (sort == Sort.SWAP_ENDORSERS) {
                    answers.set(two, signed(answers.get(two), first));
                }
            }
            case REORDER -> Collections.swap(answers, one, two);
            case HIGH_S ->
                answers.set(one, signed(answers.get(one), highS(answers.get(one).getSignature())));
            case LONG_DER ->
                answers.set(
                        one, signed(answers.get(one), longDer(answers.get(one).getSignature())));
            case FEWER -> answers.remove(one);
            case TWICE -> answers.add(one, answers.get(one));
            case OTHER_ANSWERS ->
                answers.set(
                        one, other.answers().get(random.nextInt(other.answers().size())));
            case SIGNED_BY_CLIENTS -> byClients(answers, one);
            default -> {}
        }
        ByteString envelope = switch (sort) {
            case OTHER_ENVELOPE -> other.envelope();
            case UNKNOWN_FIELD_INSIDE -> withUnknownField(receipt.envelope());
            case OTHER_STATE -> replaced(receipt.envelope());
            default -> receipt.envelope();
        };
        int code = sort == Sort.OTHER_CODE ? 1 + random.nextInt(260) : receipt.validationCode();
        var question = sort == Sort.OTHER_QUESTION ? other.question() : receipt.question();
        ByteString made = new AttestedTransaction(envelope, code, question, answers).encoded();
        return sort == Sort.UNKNOWN_FIELD ? withUnknownField(made) : made;
    }

    private static Endorsement signed(Endorsement answer, ByteString signature) {
        return answer.toBuilder().setSignature(signature).build();
    }

    /** Members of the organisations that are no peers sign whatever they like. */
    private void byClients(List<Endorsement> answers, int one) {
        SigningIdentity client = clients.get(random.nextInt(clients.size()));
        answers.set(
                one,
                Endorsement.newBuilder()
                        .setEndorser(client.serialized())
                        .setSignature(client.sign(client.serialized()))
                        .build());
    }

    private static ByteString highS(ByteString signature) {
        ASN1Sequence parts = ASN1Sequence.getInstance(signature.toByteArray());
        BigInteger s = ASN1Integer.getInstance(parts.getObjectAt(1)).getPositiveValue();
        try {
            return ByteString.copyFrom(new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
                        parts.getObjectAt(0), new ASN1Integer(ORDER.subtract(s))
                    })
                    .getEncoded());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private ByteString longDer(ByteString signature) {
        return random.nextBoolean()
                ? signature.concat(ByteString.copyFrom(new byte[1 + random.nextInt(3)]))
                : ByteString.copyFrom(new byte[] {0x30, (byte) 0x81}).concat(signature.substring(1));
    }

    private ByteString withUnknownField(ByteString message) {
        try {
            return UnknownFieldSet.parseFrom(message).toBuilder()
                    .mergeVarintField(100 + random.nextInt(100), random.nextInt(100))
                    .build()
                    .toByteString();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another state or id in what is written, of the same length, so that all lengths around it stay right. */
    private ByteString replaced(ByteString envelope) {
        try {
            Envelope parsed = Envelope.parseFrom(envelope);
            byte[] payload = parsed.getPayload().toByteArray();
            byte[] wanted = "REGISTERED".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            for (int i = 0; i + wanted.length <= payload.length; i++) {
                if (Arrays.equals(payload, i, i + wanted.length, wanted, 0, wanted.length)) {
                    payload[i + random.nextInt(wanted.length)] = (byte) ('A' + random.nextInt(26));
                }
            }
            return parsed.toBuilder()
                    .setPayload(ByteString.copyFrom(payload))
                    .build()
                    .toByteString();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteString spliced(byte[] bytes, int from, int to, byte[] middle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + middle.length);
        out.write(bytes, 0, from);
        out.writeBytes(middle);
        out.write(bytes, to, bytes.length - to);
        return ByteString.copyFrom(out.toByteArray());
    }
}

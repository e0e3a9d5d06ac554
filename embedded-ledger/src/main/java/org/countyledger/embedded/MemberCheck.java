package org.countyledger.embedded;

import com.google.protobuf.ByteString;
import java.util.Optional;
import org.countyledger.embedded.channel.OrganizationSetup;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.Identity;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.identity.SigningIdentity;

/**
 * Whether the certificates and keys of the settings are members of the channel. The directory of another county, or of
 * this one with other certificates, must not be written to.
 */
final class MemberCheck {
    private static final ByteString SAMPLE = ByteString.copyFromUtf8("pair");

    private MemberCheck() {}

    static void check(ChannelConfig channel, OrganizationSetup organization) throws SettingsException {
        check(channel, "peer", organization.peer());
        check(channel, "orderer", organization.orderer());
    }

    private static void check(ChannelConfig channel, String node, SigningIdentity signer) throws SettingsException {
        Optional<String> problem = problem(channel, signer);
        if (problem.isPresent()) {
            throw new SettingsException("The " + node + " of " + signer.mspId()
                    + " is no member of the channel, so its certificates are wrong or the directory is another"
                    + " ledger's: " + problem.get());
        }
    }

    private static Optional<String> problem(ChannelConfig channel, SigningIdentity signer) {
        try {
            Identity identity = channel.msps().identity(signer.serialized());
            return identity.invalidity()
                    .or(() -> identity.verify(SAMPLE, signer.sign(SAMPLE))
                            ? Optional.empty()
                            : Optional.of("the private key is not the certificate's"));
        } catch (IdentityException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}

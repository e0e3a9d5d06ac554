package org.countyledger.embedded.channel;

import com.google.protobuf.ByteString;

/** A server's TLS certificate and key, and the authorities it and its clients trust; all PEM. */
public record TlsMaterial(ByteString certificate, ByteString privateKey, ByteString rootCertificates) {
    @Override
    public String toString() {
        return "TlsMaterial[certificate of " + certificate.size() + " bytes]";
    }
}

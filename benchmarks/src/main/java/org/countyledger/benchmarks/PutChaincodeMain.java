package org.countyledger.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/** Serves {@link PutChaincode} as ours is served: {@code PutChaincodeMain PACKAGE_ID PORT CERT KEY ROOTS}. */
final class PutChaincodeMain {
    private static final int DAYS_30_SECONDS = 30 * 24 * 3600;
    private static final Logger SHIM = Logger.getLogger("org.hyperledger.fabric");

    private PutChaincodeMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        SHIM.setLevel(Level.WARNING);
        PutChaincode chaincode = new PutChaincode();
        chaincode.prepare(arguments[0]);
        ChaincodeServerProperties properties = new ChaincodeServerProperties();
        properties.setServerAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1])));
        properties.setMaxConnectionAgeSeconds(DAYS_30_SECONDS);
        properties.setTlsEnabled(true);
        properties.setKeyCertChainFile(arguments[2]);
        properties.setKeyFile(arguments[3]);
        properties.setTrustCertCollectionFile(arguments[4]);
        new NettyChaincodeServer(chaincode, properties).start();
    }
}

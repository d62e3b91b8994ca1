package az.dost.vahid.mock.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;

/** The SFTP server's key, made once in {@code <keys>/sftp_host_key}, and {@code <keys>/sftp_known_hosts} that tells it to clients. */
final class SftpHostKey {
    private static final int BITS = 256;
    private final Path folder;
    private final SimpleGeneratorHostKeyProvider provider;

    SftpHostKey(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        provider = new SimpleGeneratorHostKeyProvider(folder.resolve("sftp_host_key"));
        provider.setAlgorithm(KeyUtils.EC_ALGORITHM);
        provider.setKeySize(BITS);
    }

    KeyPairProvider provider() {
        return provider;
    }

    /** Writes the known_hosts file for loopback addresses and this port. */
    void announce(int port) throws IOException {
        Files.writeString(folder.resolve("sftp_known_hosts"),
                "[localhost]:" + port + ",[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(key()) + "\n");
    }

    private PublicKey key() {
        return provider.loadKeys((SessionContext) null).iterator().next().getPublic();
    }
}

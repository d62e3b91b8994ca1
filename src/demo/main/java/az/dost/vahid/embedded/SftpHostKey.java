package az.dost.vahid.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;

/**
 * A played SFTP server's key, made once in {@code <keys>/sftp_host_key}, and {@code <keys>/sftp_known_hosts} that tells
 * it to clients.
 */
public final class SftpHostKey {
    private static final int BITS = 256;
    private final Path folder;
    private final SimpleGeneratorHostKeyProvider provider;

    public SftpHostKey(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        provider = new SimpleGeneratorHostKeyProvider(folder.resolve("sftp_host_key"));
        provider.setAlgorithm(KeyUtils.EC_ALGORITHM);
        provider.setKeySize(BITS);
    }

    public KeyPairProvider provider() {
        return provider;
    }

    /** Tells it for loopback addresses and this port; what is told of other servers stays. */
    public void announce(int port) throws IOException {
        Path hosts = folder.resolve("sftp_known_hosts");
        String name = "[localhost]:" + port + ",[127.0.0.1]:" + port + " ";
        List<String> lines = new ArrayList<>(Files.exists(hosts) ? Files.readAllLines(hosts) : List.of());
        lines.removeIf(line -> line.startsWith(name));
        lines.add(name + PublicKeyEntry.toString(key()));
        Files.write(hosts, lines);
    }

    private PublicKey key() {
        return provider.loadKeys((SessionContext) null).iterator().next().getPublic();
    }
}

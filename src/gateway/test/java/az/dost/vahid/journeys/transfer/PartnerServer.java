package az.dost.vahid.journeys.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * A partner's own SFTP server. A file {@value #EVIL} it lists under a name that leads out of the folder, as no honest
 * server does.
 */
final class PartnerServer implements AutoCloseable {
    static final String PASSWORD = "partner-secret";
    static final String EVIL = "evil.csv";
    static final String EVIL_NAME = "x/../../../../evil.csv";
    final Path root;
    private final SshServer server = SshServer.setUpDefaultServer();
    private volatile boolean away;

    PartnerServer(Path root, Path keys) throws IOException {
        this.root = Files.createDirectories(root);
        SimpleGeneratorHostKeyProvider hostKey = new SimpleGeneratorHostKeyProvider(keys.resolve("partner_host_key"));
        hostKey.setAlgorithm(KeyUtils.EC_ALGORITHM);
        hostKey.setKeySize(256);
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(hostKey);
        server.setFileSystemFactory(new VirtualFileSystemFactory(root.toAbsolutePath()));
        server.setPasswordAuthenticator((user, given, session) -> !away && given.equals(PASSWORD));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory() {
            @Override
            public Command createSubsystem(ChannelSession channel) {
                return new SftpSubsystem(channel, this) {
                    @Override
                    protected String getShortName(Path file) throws IOException {
                        String name = super.getShortName(file);
                        return name.startsWith(EVIL) ? EVIL_NAME + name.substring(EVIL.length()) : name;
                    }
                };
            }
        }));
        server.start();
        PublicKey key =
                hostKey.loadKeys((SessionContext) null).iterator().next().getPublic();
        Files.writeString(
                keys.resolve("sftp_known_hosts"),
                "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(key) + "\n");
    }

    /** Ends its sessions and lets nobody in, until it is back. */
    void away(boolean now) {
        away = now;
        if (now) {
            server.getActiveSessions().forEach(session -> session.close(true));
        }
    }

    String address() {
        return "vahid@127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}

package az.dost.vahid.mock.file;

import az.dost.vahid.embedded.SftpHostKey;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.problem.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Serves {@code <drops>/sftp} to the user {@value #USER} on loopback. The password is the secret {@value #PASSWORD}; a
 * public key counts when it stands in {@code <keys>/sftp_authorized_keys}.
 */
@Component
final class SftpServer implements SmartLifecycle {
    static final String USER = "gateway";
    static final String PASSWORD = "sftp.password";
    private final SshServer server = SshServer.setUpDefaultServer();
    private final SftpHostKey hostKey;

    SftpServer(MockSettings settings, Faults faults) {
        Path root = settings.drops().resolve("sftp").toAbsolutePath();
        Path authorized = settings.keys().resolve("sftp_authorized_keys");
        byte[] password = settings.secret(PASSWORD).getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(root);
            hostKey = new SftpHostKey(settings.keys());
            // Written now, for the gateway may read it before this server has started.
            hostKey.announce(settings.sftpPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setHost("127.0.0.1");
        server.setPort(settings.sftpPort());
        server.setKeyPairProvider(hostKey.provider());
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.setPasswordAuthenticator((user, given, session) ->
                USER.equals(user) && MessageDigest.isEqual(password, given.getBytes(StandardCharsets.UTF_8)));
        AuthorizedKeysAuthenticator keys = new AuthorizedKeysAuthenticator(authorized);
        server.setPublickeyAuthenticator(
                (user, key, session) -> USER.equals(user) && keys.authenticate(user, key, session));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new SftpFaults(faults));
        server.setSubsystemFactories(List.of(sftp));
    }

    /** Zero before the start where the settings leave the port open. */
    int port() {
        return server.getPort();
    }

    @Override
    public void start() {
        try {
            server.start();
            hostKey.announce(server.getPort());
        } catch (IOException e) {
            throw new StartException(
                    "Port " + server.getPort() + " is taken: set vahid.mocks.sftp-port to another one", e);
        }
    }

    @Override
    public void stop() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isRunning() {
        return server.isStarted();
    }
}

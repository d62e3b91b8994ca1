package az.dost.vahid.embedded;

import az.dost.vahid.check.rehearse.PlayedFiles;
import az.dost.vahid.check.rehearse.PlayedService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A played agency's file server: one folder over SFTP on the loopback interface, for one user. */
final class PlayedSftp implements PlayedFiles {
    private static final String USER = "gateway";
    private final SshServer server = SshServer.setUpDefaultServer();
    private final AtomicInteger cuts = new AtomicInteger();

    /**
     * Starts it.
     *
     * @param root what the user sees
     * @param keys where its own key is kept, and told to gateways in {@code sftp_known_hosts}
     * @param port 0 for any
     */
    PlayedSftp(Path root, Path keys, int port) throws IOException {
        SftpHostKey hostKey = new SftpHostKey(keys);
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(hostKey.provider());
        server.setFileSystemFactory(new VirtualFileSystemFactory(root.toAbsolutePath()));
        server.setPasswordAuthenticator(
                (user, given, session) -> USER.equals(user) && PlayedService.SECRET.equals(given));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new Cuts());
        server.setSubsystemFactories(List.of(sftp));
        server.start();
        hostKey.announce(server.getPort());
    }

    @Override
    public String endpoint(String folder) {
        return "sftp://" + USER + "@localhost:" + server.getPort() + "/" + folder;
    }

    @Override
    public void cut(int times) {
        cuts.set(times);
    }

    @Override
    public int uncut() {
        return cuts.get();
    }

    private final class Cuts implements SftpEventListener {
        @Override
        public void read(
                ServerSession session,
                String remoteHandle,
                FileHandle handle,
                long offset,
                byte[] data,
                int dataOffset,
                int dataLen,
                int readLen,
                Throwable thrown) {
            if (cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                session.close(true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}

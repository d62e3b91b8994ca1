package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.kit.Faults;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** Plays the faults of transport when an agency's folder, or a file in it, is opened. */
final class SftpFaults implements SftpEventListener {
    private static final long DELAY_MS = 900;
    private static final long HANG_MS = 20_000;
    private final Faults faults;

    SftpFaults(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void opening(ServerSession session, String remoteHandle, Handle handle) throws IOException {
        switch (fault(handle.getFile())) {
            case DELAY -> pause(DELAY_MS);
            case HANG -> {
                pause(HANG_MS);
                session.close(true);
            }
            case RESET -> session.close(true);
            case HTTP_500, SOAP_FAULT -> throw new IOException("The store is being maintained");
            default -> {}
        }
    }

    /** The agency is the first folder of the path. */
    private Fault fault(Path file) {
        Path path = file.toAbsolutePath().normalize();
        return path.getNameCount() == 0 ? Fault.NONE : faults.of(path.getName(0).toString());
    }

    private static void pause(long ms) throws IOException {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}

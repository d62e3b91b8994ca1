package az.dost.vahid.journeys.transfer;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The ClamAV daemon by its own protocol, command INSTREAM: blocks with their length before them, a block of none at the
 * end.
 */
final class ClamdScan implements VirusScan {
    private static final int CONNECT_MS = 5_000;
    private static final int ANSWER_MS = 120_000;
    private static final int BLOCK = 1 << 16;
    private static final int LONGEST_ANSWER = 4096;
    private final String host;
    private final int port;

    ClamdScan(String host, int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public void scan(Path file) throws IOException {
        try (Socket socket = new Socket();
                InputStream content = Files.newInputStream(file)) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
            socket.setSoTimeout(ANSWER_MS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] block = new byte[BLOCK];
            for (int count = content.read(block); count > 0; count = content.read(block)) {
                out.writeInt(count);
                out.write(block, 0, count);
            }
            out.writeInt(0);
            out.flush();
            judge(new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII).trim());
        }
    }

    private static void judge(String answer) throws IOException {
        if (answer.endsWith(" FOUND")) {
            throw new FileRefused(Refusal.INFECTED, "The virus scan found something");
        }
        if (!answer.endsWith("OK")) {
            throw new IOException("The virus scan gave no verdict");
        }
    }
}

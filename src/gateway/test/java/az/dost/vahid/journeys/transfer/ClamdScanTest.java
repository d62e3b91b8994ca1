package az.dost.vahid.journeys.transfer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that speaks clamd's command INSTREAM, and answers as clamd does. */
class ClamdScanTest {
    @TempDir
    Path folder;

    private ServerSocket server;

    @BeforeEach
    void serve() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        new Thread(() -> {
                    try (Socket client = server.accept()) {
                        DataInputStream in = new DataInputStream(client.getInputStream());
                        String command = new String(in.readNBytes("zINSTREAM\0".length()), StandardCharsets.US_ASCII);
                        ByteArrayOutputStream content = new ByteArrayOutputStream();
                        for (int length = in.readInt(); length > 0; length = in.readInt()) {
                            content.write(in.readNBytes(length));
                        }
                        String text = content.toString(StandardCharsets.UTF_8);
                        String answer = !command.equals("zINSTREAM\0")
                                ? "UNKNOWN COMMAND"
                                : text.contains("VIRUS")
                                        ? "stream: Test.Virus FOUND"
                                        : text.length() > 500_000
                                                ? "INSTREAM size limit exceeded. ERROR"
                                                : "stream: OK";
                        client.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException e) {
                        // The test is over.
                    }
                })
                .start();
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    private void scan(String content) throws IOException {
        scan(content, server.getLocalPort());
    }

    private void scan(String content, int port) throws IOException {
        VirusScan.of("clamd:127.0.0.1:" + port).scan(Files.writeString(folder.resolve("file"), content));
    }

    @Test
    void a_clean_file_of_many_blocks_passes() {
        assertThatCode(() -> scan("clean ".repeat(50_000))).doesNotThrowAnyException();
    }

    @Test
    void what_clamd_finds_is_infected() {
        assertThatThrownBy(() -> scan("a VIRUS")).isInstanceOf(FileRefused.class);
    }

    @Test
    void an_error_is_no_verdict() {
        assertThatThrownBy(() -> scan("x".repeat(600_000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no verdict");
    }

    @Test
    void a_daemon_that_is_away_is_no_verdict() throws IOException {
        // Bound, and nobody listens: no other process can take the port. A thread in accept() may still take a caller
        // after close().
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertThatThrownBy(() -> scan("clean", bound.getLocalPort())).isInstanceOf(IOException.class);
        }
    }
}

package az.dost.vahid.mock.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.mock.kit.Fault;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The SFTP server lets in the gateway, which knows its key, and nobody else. */
class SftpServerTest {
    private static final int TIMEOUT_MS = 5_000;
    private static final String PASSWORD = "demo-sftp-password";

    @TempDir
    static Path folder;

    private static FileAgencies agencies;

    @BeforeAll
    static void start() throws Exception {
        agencies = new FileAgencies(folder).left();
    }

    @AfterAll
    static void close() {
        agencies.close();
    }

    @AfterEach
    void clear() {
        agencies.faults.clear();
    }

    @Test
    void showsEachAgencysFolder() throws Exception {
        for (String agency : List.of("defence", "displaced-persons", "state-insurance")) {
            assertThat(list(new JSch(), "gateway", PASSWORD, agency))
                    .containsAll(agencies.drops(agency).stream()
                            .map(file -> file.getFileName().toString())
                            .toList());
        }
    }

    @Test
    void takesAPublicKeyThatIsListed() throws Exception {
        JSch client = new JSch();
        KeyPair pair = KeyPair.genKeyPair(client, KeyPair.ECDSA, 256);
        Path key = folder.resolve("client_key");
        pair.writePrivateKey(key.toString());
        client.addIdentity(key.toString());
        assertThatThrownBy(() -> list(client, "gateway", null, "defence")).isInstanceOf(JSchException.class);
        try (OutputStream authorized = Files.newOutputStream(folder.resolve("keys/sftp_authorized_keys"))) {
            pair.writePublicKey(authorized, "gateway");
        }
        assertThat(list(client, "gateway", null, "defence")).isNotEmpty();
    }

    @Test
    void refusesAnotherUserAndAnotherPassword() {
        assertThatThrownBy(() -> list(new JSch(), "gateway", "guess", "defence"))
                .isInstanceOf(JSchException.class);
        assertThatThrownBy(() -> list(new JSch(), "root", PASSWORD, "defence")).isInstanceOf(JSchException.class);
    }

    @Test
    void showsNothingOutsideTheDrops() throws Exception {
        assertThat(list(new JSch(), "gateway", PASSWORD, ".."))
                .contains("defence")
                .doesNotContain("keys", "archive");
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_500", "SOAP_FAULT", "RESET"})
    void refusesTheFolderOfAnAgencyInTroubleAndNoOther(Fault fault) throws Exception {
        agencies.faults.set("defence", fault);
        assertThatThrownBy(() -> list(new JSch(), "gateway", PASSWORD, "defence"))
                .isInstanceOf(SftpException.class);
        assertThat(list(new JSch(), "gateway", PASSWORD, "state-insurance")).isNotEmpty();
    }

    private static List<String> list(JSch client, String user, String password, String folder) throws Exception {
        client.setKnownHosts(agencies.folder.resolve("keys/sftp_known_hosts").toString());
        Session session = client.getSession(user, "localhost", agencies.sftpPort());
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", "publickey,password");
        session.setPassword(password);
        session.connect(TIMEOUT_MS);
        try {
            ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
            sftp.connect(TIMEOUT_MS);
            return sftp.ls("/" + folder).stream()
                    .map(ChannelSftp.LsEntry::getFilename)
                    .toList();
        } finally {
            session.disconnect();
        }
    }
}

package az.dost.vahid.app;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.blob.Blob;
import az.dost.vahid.proof.blob.BlobBench;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What operators do with files in the store. */
class FilesCommandTest {
    private static final byte[] FILE = "1AAAAAA;Bakı\r\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private BlobBench gateway;

    @BeforeEach
    void begin() throws IOException {
        gateway = new BlobBench(folder);
    }

    private Blob refused(String name) throws IOException {
        Blob blob = gateway.keep(FILE);
        gateway.jdbc.update(
                "insert into drop_file (agency, name, digest, version, as_of, state, reason, blob, beside, report) values ('an-office', ?, ?, 1, now(),"
                        + " 'QUARANTINED', 'MALFORMED', ?, ?, '{\"reason\":\"MALFORMED\"}')",
                name,
                "sha-256:" + blob.digest(),
                blob.id(),
                new byte[] {1, 2});
        return blob;
    }

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(said);
        return new CommandLine(new FilesCommand()).setOut(out).setErr(out).execute(arguments);
    }

    private int get(Blob blob) {
        return run(
                "get",
                blob.id().toString(),
                "--database",
                gateway.database,
                "--blobs",
                folder.resolve("blobs").toString(),
                "--keys",
                folder.resolve("keys").toString(),
                "--to",
                folder.resolve("desk").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?sslmode=disable", "?sslmode=prefer", "?sslmode=require", "?sslmode=verify-ca"})
    void a_database_that_another_could_stand_in_for_is_refused_in_one_line(String mode) {
        String elsewhere = "jdbc:postgresql://nowhere.invalid/vahid" + mode;
        assertThat(run("list", "--database", elsewhere, "--unverified", "true")).isEqualTo(2);
        assertThat(said.toString())
                .startsWith("--database does not say sslmode=verify-full")
                .contains("--unverified says why")
                .doesNotContain("nowhere");
        assertThat(run("list", "--database", elsewhere, "--unverified", "a line of our own"))
                .as("it is asked, and is not there")
                .isEqualTo(2);
        assertThat(said.toString()).contains("The database cannot be read");
    }

    @Test
    void refused_files_are_listed() throws IOException {
        Blob blob = refused("office-20260104.csv");
        assertThat(run("list", "--refused", "--of", "an-office", "--database", gateway.database))
                .isZero();
        assertThat(said.toString())
                .contains(blob.id().toString(), "an-office", "QUARANTINED MALFORMED", "office-20260104.csv");
        assertThat(run("list", "--of", "another", "--database", gateway.database))
                .isZero();
        assertThat(said.toString().lines()).hasSize(1);
    }

    @Test
    void a_file_is_written_with_its_signature_and_its_report_for_its_owner_alone() throws IOException {
        assertThat(get(refused("office-20260104.csv"))).as(said.toString()).isZero();
        Path desk = folder.resolve("desk");
        assertThat(Files.readAllBytes(desk.resolve("office-20260104.csv"))).isEqualTo(FILE);
        assertThat(Files.readAllBytes(desk.resolve("office-20260104.csv.p7s"))).containsExactly(1, 2);
        assertThat(desk.resolve("office-20260104.csv.report.json")).content().contains("MALFORMED");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.resolve("office-20260104.csv"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Tag("attack")
    void a_name_that_somebody_put_into_the_database_leads_nowhere() throws IOException {
        Blob blob = refused("../../keys/record.key");
        byte[] key = Files.readAllBytes(folder.resolve("keys/record.key"));
        assertThat(get(blob)).as(said.toString()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("keys/record.key"))).isEqualTo(key);
        assertThat(folder.resolve("desk").resolve(blob.id().toString())).exists();
    }

    @Test
    void a_check_names_what_the_store_lacks() throws IOException {
        Blob kept = gateway.keep(FILE);
        Blob gone = gateway.keep(FILE);
        String[] check = {
            "check",
            "--database",
            gateway.database,
            "--blobs",
            folder.resolve("blobs").toString(),
            "--keys",
            folder.resolve("keys").toString()
        };
        assertThat(run(check)).isZero();
        gateway.lose(gone);
        assertThat(run(check)).isEqualTo(1);
        assertThat(said.toString())
                .contains(
                        "2 files are what was kept, 0 are not",
                        gone.id().toString(),
                        "1 files are what was kept, 1 are not")
                .doesNotContain(kept.id().toString());
    }

    @Test
    void machines_are_told_the_same() throws IOException {
        Blob blob = refused("office-20260104.csv");
        assertThat(run("list", "--json", "--database", gateway.database)).isZero();
        JsonNode listed = new ObjectMapper().readTree(said.toString());
        assertThat(listed.path(0).path("id").asText()).isEqualTo(blob.id().toString());
        assertThat(listed.path(0).path("state").asText()).isEqualTo("QUARANTINED MALFORMED");
        gateway.lose(blob);
        said.getBuffer().setLength(0);
        assertThat(run(
                        "check",
                        "--json",
                        "--database",
                        gateway.database,
                        "--blobs",
                        folder.resolve("blobs").toString(),
                        "--keys",
                        folder.resolve("keys").toString()))
                .isEqualTo(1);
        JsonNode checked = new ObjectMapper().readTree(said.toString());
        assertThat(checked.path("kept").asInt(-1)).isZero();
        assertThat(checked.path("missing").path(0).path("id").asText())
                .isEqualTo(blob.id().toString());
    }

    @Test
    void an_id_of_no_file_is_told() throws IOException {
        Blob blob = gateway.keep(FILE);
        assertThat(get(blob)).isEqualTo(2);
        assertThat(said.toString()).contains("No file has the id");
    }
}

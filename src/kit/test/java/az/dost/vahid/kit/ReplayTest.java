package az.dost.vahid.kit;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.check.Kit;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.connector.FolderReader;
import az.dost.vahid.connector.VersionArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.FileSystemUtils;

/** What was read once is read again by the version that read it, whatever the connector has become since. */
class ReplayTest {
    @TempDir
    private Path folder;

    private static ConnectorFolder read(Path path) {
        FileSystemResource descriptor = new FileSystemResource(path.resolve("connector.yaml"));
        FolderReader.Reading reading = Kit.reader().read(descriptor, path.toString());
        assertThat(reading.findings()).isEmpty();
        return new ConnectorFolder(reading.connector(), reading.mapping(), descriptor);
    }

    private Path copy(String id) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("connectors", id), folder.resolve(id));
        return folder.resolve(id);
    }

    private static List<KeptEvidence> kept(ConnectorFolder by, String... replies) throws IOException {
        List<KeptEvidence> kept = new ArrayList<>();
        for (String reply : replies) {
            kept.add(new KeptEvidence(
                    by.connector().id(),
                    new Evidence(
                            UUID.randomUUID(),
                            Files.readAllBytes(
                                    Path.of("connectors", by.connector().id(), "samples/found", reply)),
                            "text",
                            null,
                            "digest",
                            "signer",
                            by.version())));
        }
        return kept;
    }

    private Replay.Row replay(List<KeptEvidence> kept, ConnectorFolder newest) {
        VersionArchive archive = new VersionArchive(folder.resolve("data"), null);
        List<Replay.Row> rows = new Replay(
                        piece -> archive.find(piece.agency(), piece.evidence().version())
                                .map(ReplayTest::read),
                        piece -> Optional.of(newest))
                .rows(kept);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void another_mapping_shows_where_it_differs_from_the_one_that_ran() throws IOException {
        Path path = copy("notary");
        ConnectorFolder first = read(path);
        new VersionArchive(folder.resolve("data"), null).keep(first);
        Files.writeString(
                path.resolve("mapping.jslt"),
                Files.readString(path.resolve("mapping.jslt"))
                        .replace("\"caseNumber\": .isNomresi", "\"caseNumber\": \"No \" + .isNomresi"));
        Replay.Row row = replay(kept(first, "reply.json"), read(path));
        assertThat(row.note()).isNull();
        assertThat(row.changed()).isTrue();
        assertThat(row.version()).isEqualTo(first.version());
        assertThat(row.differences())
                .extracting(difference -> difference.at().toString())
                .containsExactly("/facts/inheritance/0/caseNumber");
    }

    @Test
    void pages_are_read_as_one_answer_and_the_same_version_makes_the_same_of_them() throws IOException {
        ConnectorFolder first = read(copy("employment"));
        new VersionArchive(folder.resolve("data"), null).keep(first);
        Replay.Row row = replay(kept(first, "reply-1.json", "reply-2.json"), first);
        assertThat(row.note()).isNull();
        assertThat(row.changed()).isFalse();
        assertThat(row.differences()).isEmpty();
    }

    @Test
    void a_version_that_is_not_kept_is_said_to_be_missing() throws IOException {
        ConnectorFolder first = read(copy("notary"));
        assertThat(replay(kept(first, "reply.json"), first).note()).contains("not kept");
    }
}

package az.dost.vahid.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** What a descriptor may say of an address: neither a start nor a check takes anything else. */
class AddressRulesTest {
    private static final Path HERDS = Path.of("src/core/test/resources/kinds/herd-book");

    private static FolderReader.Reading read(String from, String to) throws IOException {
        String text = Files.readString(HERDS.resolve("connector.yaml"));
        assertThat(text).contains(from);
        FolderReader reader = new FolderReader(
                new FileSystemResource("contracts/connector.schema.json"),
                CanonicalFacts.of(new FileSystemResource("contracts/dossier.schema.json")));
        return reader.read(
                new ByteArrayResource(text.replace(from, to).getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public Resource createRelative(String file) {
                        return new FileSystemResource(HERDS.resolve(file));
                    }
                },
                "connectors/herd-book");
    }

    @Test
    void a_declared_address_is_taken() throws IOException {
        assertThat(read("herd-book", "herd-book").findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "finInAddress: The herd book is asked by GET /owners/{owner}/herd and by nothing else (its contract, version 2). | finInAddress: needed | 17:3: the FIN stands in the address of each call",
                "finInAddress: The herd book is asked by GET /owners/{owner}/herd and by nothing else (its contract, version 2). | finInAddress: \"\" | 17:3: the FIN stands in the address of each call",
                "  finInAddress: The herd book is asked by GET /owners/{owner}/herd and by nothing else (its contract, version 2). | | 14:3: the FIN stands in the address of each call",
                "/owners/{fin}/herd | /owners/herd | 17:3: no {fin} stands in path or query",
                "/owners/{fin}/herd | /owners/{finn}/herd | 14:3: the gateway fills in {fin}, {requestId}, {sentAt} and {page}, not {finn}",
                "/owners/{fin}/herd | /owners/../{fin} | 14:3: a path with placeholders",
                "/owners/{fin}/herd | /owners/ə/{fin} | 14:3: a path with placeholders",
                "/owners/{fin}/herd | /owners/%2/{fin} | 14:3: a path with placeholders",
                "/owners/{fin}/herd | \"/owners/{fin}/herd?x=1\" | call.path: does not match",
                "/owners/{fin}/herd | \"/owners/{fin\" | call.path: does not match",
                "on: \"{sentAt}\" | on: \"{when}\" | not {when}",
                "on: \"{sentAt}\" | on: no | call.query.on",
                "X-Correlation: | Authorization: | the gateway itself sends Authorization",
                "X-Correlation: | Accept: | say it in call.accept",
                "X-Correlation: | Host: | the gateway itself sends Host",
                "\"{requestId}\" | \"{fin}\" | the FIN goes into a header by call.finHeader",
                "\"{requestId}\" | \"a\\r\\nb\" | call.headers.X-Correlation: does not match",
                "protocol: rest | protocol: soap | call.finInAddress",
                "  answerTo: connection | | answerTo",
            })
    void anything_else_is_told_at_its_place(String from, String to, String told) throws IOException {
        assertThat(read(from, to == null ? "" : to).findings())
                .anySatisfy(finding -> assertThat(finding.toString()).contains(told));
    }
}

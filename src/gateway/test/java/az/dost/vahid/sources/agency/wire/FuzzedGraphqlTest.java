package az.dost.vahid.sources.agency.wire;

import az.dost.vahid.answer.Question;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.connector.FolderReader;
import az.dost.vahid.connector.GraphqlText;
import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.sources.agency.call.AgencyException;
import az.dost.vahid.sources.agency.call.Conversation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

/** Queries as integrators mistype them, and errors as servers garble them. */
class FuzzedGraphqlTest {
    private static final Path FOLDER = Path.of("src/core/test/resources/kinds/vocational-register");
    private static final int TRIES = 2_000;

    @Test
    void a_query_is_read_or_said_to_be_none() throws Exception {
        Fuzz.of(
                        List.of(
                                Files.readAllBytes(FOLDER.resolve("query.graphql")),
                                Files.readAllBytes(FOLDER.resolve("contract.graphqls")),
                                "{".repeat(5_000).getBytes(StandardCharsets.UTF_8)),
                        TRIES)
                .read(input -> GraphqlText.of(new String(input, StandardCharsets.UTF_8)));
    }

    @Test
    void a_reply_is_taken_or_refused_with_a_reason() throws Exception {
        FileSystemResource descriptor = new FileSystemResource(FOLDER.resolve("connector.yaml"));
        FolderReader.Reading reading = new FolderReader(
                        new ClassPathResource("contracts/connector.schema.json"),
                        CanonicalFacts.of(new ClassPathResource("contracts/dossier.schema.json")))
                .read(descriptor, FOLDER.toString());
        ConnectorFolder folder = new ConnectorFolder(reading.connector(), reading.mapping(), descriptor);
        GraphqlWire wire = new GraphqlWire(
                folder, new HttpWire(folder.connector(), URI.create("http://localhost"), null, null, null));
        byte[] partial = """
                {"data": {"time": "", "student": {"fin": "", "studies": [{"trade": null}]}},
                 "errors": [{"message": "", "path": ["student", "studies", 0, "trade"], "extensions": {"code": 7}}, {"path": [-1, {}]}, null]}
                """.getBytes(StandardCharsets.UTF_8);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Fuzz.of(List.of(partial, Files.readAllBytes(FOLDER.resolve("samples/no-record/reply.json"))), TRIES)
                    .read(
                            input -> {
                                Message message = new DefaultMessage(context);
                                message.setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
                                message.setBody(input);
                                wire.take(
                                        message,
                                        new Conversation(
                                                null,
                                                folder.connector(),
                                                new Question("5AB1CD2", "anybody", Long.MAX_VALUE)));
                            },
                            AgencyException.class);
        }
    }
}

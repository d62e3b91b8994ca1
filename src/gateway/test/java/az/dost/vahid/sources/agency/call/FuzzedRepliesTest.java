package az.dost.vahid.sources.agency.call;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Replies of every connector's samples (SOAP bodies, JSON, FHIR bundles), mutilated as by an agency gone mad: mapped,
 * or refused with a reason.
 */
class FuzzedRepliesTest {
    private static final int TRIES = 300;

    @TestFactory
    Stream<DynamicTest> areMappedOrRefused() {
        Catalogue catalogue;
        try (var context =
                new AnnotationConfigApplicationContext("az.dost.vahid.connector", "az.dost.vahid.definition")) {
            catalogue = context.getBean(Catalogue.class);
        }
        return catalogue.folders().stream()
                .filter(folder -> folder.connector().call() != null)
                .map(folder -> DynamicTest.dynamicTest(folder.connector().id(), () -> {
                    List<byte[]> seeds = seeds(folder.connector().id());
                    assertThat(seeds).isNotEmpty();
                    Fuzz.of(seeds, TRIES)
                            .read(input -> read(folder, input), ProofException.class, MappingException.class);
                }));
    }

    private static void read(ConnectorFolder folder, byte[] input) {
        boolean json = "json".equals(folder.connector().call().reply());
        JsonNode tree = json
                ? Replies.json(input)
                : XmlTree.of(XmlFactories.parse(input).getDocumentElement());
        assertThat(folder.mapping().apply(tree)).isNotNull();
    }

    private static List<byte[]> seeds(String agency) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("connectors", agency, "samples"))) {
            for (Path file : files.filter(name -> name.getFileName().toString().matches("reply.*[.](json|xml)"))
                    .sorted()
                    .toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }
}

package az.dost.vahid.check.form;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Kit;
import az.dost.vahid.folder.OthersFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What passes was held to something: every contract of ours that describes a request and replies is understood as doing
 * so.
 */
class ContractFormsTest {
    private static final ConnectorCheck CHECK = new ConnectorCheck(Kit.reader(), Kit.facts(), List.of());

    static Stream<Path> folders() throws IOException {
        return ConnectorCheck.folders(Path.of("connectors")).stream()
                .filter(folder -> Stream.of(
                                "contract.wsdl", "contract.xsd", "contract.openapi.yaml", "contract.schema.json")
                        .anyMatch(contract -> Files.exists(folder.resolve(contract))));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void a_contract_is_understood_without_trouble(Path folder) throws IOException {
        JsonNode descriptor = CHECK.read(folder).reading().definition().content();
        String file = descriptor.at("/call/request").asText();
        String request = file.isEmpty() ? null : FilledRequest.of(Files.readString(folder.resolve(file)));
        Optional<ContractForms> forms = AgencyForms.of(new OthersFiles(folder), descriptor, request);
        assertThat(forms).isPresent();
        assertThat(forms.get().troubles()).isEmpty();
        assertThat(forms.get().replies()).isNotEmpty();
        assertThat(forms.get().request() == null).isEqualTo(request == null);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void a_reply_of_somebody_else_does_not_fit(Path folder) throws IOException {
        JsonNode descriptor = CHECK.read(folder).reading().definition().content();
        ContractForms forms =
                AgencyForms.of(new OthersFiles(folder), descriptor, null).orElseThrow();
        boolean xml = !descriptor.at("/drop/format").asText().equals("json-lines")
                && (descriptor.at("/call/soapVersion").isTextual()
                        || descriptor.at("/call/reply").asText().equals("xml")
                        || descriptor.has("drop"));
        assertThat(forms.misfits(xml ? "<other xmlns=\"urn:other\"/>" : "{\"other\": 1}"))
                .isNotEmpty();
    }
}

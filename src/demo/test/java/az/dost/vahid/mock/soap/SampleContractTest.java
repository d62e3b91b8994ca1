package az.dost.vahid.mock.soap;

import static org.assertj.core.api.Assertions.assertThatCode;

import az.dost.vahid.signature.xml.XmlFactories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples of the SOAP agencies are what their WSDLs promise. */
class SampleContractTest {
    static Stream<Path> takenSamples() throws IOException {
        try (var files = Files.walk(Path.of("connectors"), 4)) {
            // A reply with something unmappable may well break the agency's contract.
            return files
                    .filter(file ->
                            file.endsWith("expected.json") && !text(file).contains("\"unmappable\""))
                    .map(Path::getParent)
                    .filter(sample -> Files.exists(sample.resolve("../../contract.wsdl")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("takenSamples")
    void aReplyThatTheMappingTakesWholeIsValidAgainstTheContract(Path sample) throws IOException {
        SoapContract contract = Descriptor.of(sample.getParent().getParent()).contract();
        byte[] reply = Files.readAllBytes(sample.resolve("reply.xml"));
        assertThatCode(() -> contract.check(SoapCaller.payload(XmlFactories.parse(reply))))
                .doesNotThrowAnyException();
    }
}

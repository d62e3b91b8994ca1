package az.dost.vahid.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a connector that answers in XML with cars, in which one sample is. */
final class CarsFolder {
    /**
     * @param mapping JSLT
     * @param content of the answer, beside the citizen's number
     * @return the folder, whose sample {@code found} expects nothing
     */
    static Path write(Path connectors, String mapping, String content) throws IOException {
        Path folder = Files.createDirectories(connectors.resolve("cars"));
        Path sample = Files.createDirectories(folder.resolve("samples/found"));
        Files.writeString(folder.resolve("connector.yaml"), """
                id: cars
                authority: {az: Avtomobillər, en: Cars}
                register: Cars and whose they are.
                legalBasis: An act
                illustrative: true
                protocol: soap
                endpoint: cars
                facts: [vehicles]
                call: {request: request.xml, soapVersion: "1.1"}
                auth: {kind: none}
                proof: {kind: tls, answerTo: connection, dated: false}
                mapping: mapping.jslt
                """);
        Files.writeString(folder.resolve("request.xml"), "<find><fin>{fin}</fin></find>");
        Files.writeString(folder.resolve("mapping.jslt"), mapping);
        Files.writeString(
                sample.resolve("reply.xml"),
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><found><fin>5AB1CD2</fin>"
                        + content + "</found></s:Body></s:Envelope>");
        Files.writeString(sample.resolve("expected.json"), "{}");
        return folder;
    }

    private CarsFolder() {}
}

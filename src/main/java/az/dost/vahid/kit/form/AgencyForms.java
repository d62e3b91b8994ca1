package az.dost.vahid.kit.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the file of a folder that describes its documents, by what the descriptor says of them and by the file's content. */
public final class AgencyForms {
    /**
     * @param descriptor content of connector.yaml
     * @param request    as it is sent; null when there is none
     * @return empty when the folder has no contract that a machine can hold documents to
     */
    public static Optional<ContractForms> of(Path folder, JsonNode descriptor, String request) {
        JsonNode call = descriptor.path("call");
        boolean rows = descriptor.has("drop");
        if (!rows && call.has("soapVersion")) {
            return file(folder, "contract\\.wsdl").map(wsdl -> SoapForms.of(folder, wsdl, call, request));
        }
        boolean xml = rows ? descriptor.at("/drop/format").asText().equals("xml") : call.path("reply").asText().equals("xml");
        if (xml) {
            String row = rows ? descriptor.at("/drop/row").asText(null) : null;
            return file(folder, "contract\\.xsd").map(xsd -> XsdForms.of(folder, xsd, row));
        }
        if (rows && !descriptor.at("/drop/format").asText().equals("json-lines")) {
            return Optional.empty();
        }
        return file(folder, "contract\\..*(yaml|yml|json)").map(file -> json(file, call, rows));
    }

    private static ContractForms json(Path file, JsonNode call, boolean rows) {
        ContractForms forms = new ContractForms(file);
        String text = ContractText.of(file);
        Optional<ApiContract> api = ApiContract.read(text);
        if (api.isPresent() && !rows) {
            ApiForms.into(forms, api.get(), call);
        } else if (api.isEmpty()) {
            ApiContract.tree(text).flatMap(schema -> JsonDialect.SCHEMA_2020_12.schema(schema, false, message -> forms.trouble(0, message)))
                    .map(JsonForm::new).ifPresent(forms::reply);
        }
        return forms;
    }

    private static Optional<Path> file(Path folder, String name) {
        return files(folder).stream().filter(file -> file.getFileName().toString().matches(name)).findFirst();
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AgencyForms() { }
}

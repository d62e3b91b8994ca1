package az.dost.vahid.check.form;

import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.signature.xml.XmlSchemas;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * Finds the file of a folder that describes its documents, by what the descriptor says of them and by the file's
 * content.
 */
public final class AgencyForms {
    /**
     * @param descriptor content of connector.yaml
     * @param request as it is sent; null when there is none
     * @return empty when the folder has no contract that a machine can hold documents to
     */
    public static Optional<ContractForms> of(OthersFiles folder, JsonNode descriptor, String request) {
        return file(folder, descriptor).map(file -> of(folder, file, descriptor, request));
    }

    /** The file that describes documents, or the layout of rows; empty when the folder has none. */
    private static Optional<Path> file(OthersFiles folder, JsonNode descriptor) {
        return file(folder, descriptor, ContractKind.of(descriptor));
    }

    /** The one that another version of it can be compared with. @param other that version's file */
    public static Optional<Path> like(OthersFiles folder, JsonNode descriptor, Path other) {
        return file(folder, descriptor, ContractKind.of(descriptor, other));
    }

    private static Optional<Path> file(OthersFiles folder, JsonNode descriptor, ContractKind kind) {
        String name = switch (kind) {
            case SOAP -> "contract\\.wsdl";
            case XML -> "contract\\.xsd";
            case JSON -> "contract\\..*(yaml|yml|json)";
            case GRAPHQL -> "contract\\.graphqls";
            case LAYOUT -> Pattern.quote(descriptor.at("/drop/layout").asText());
            case NONE -> "";
        };
        return folder.files(folder.root()).stream()
                .filter(file -> file.getFileName().toString().matches(name))
                .findFirst();
    }

    /** By one version of the contract, which may lie elsewhere. @param folder that nothing of the contract leaves */
    static ContractForms of(OthersFiles folder, Path file, JsonNode descriptor, String request) {
        return switch (ContractKind.of(descriptor, file)) {
            case SOAP -> SoapForms.of(folder, file, descriptor.path("call"), request);
            case XML ->
                XsdForms.of(
                        folder,
                        file,
                        descriptor.has("drop") ? descriptor.at("/drop/row").asText(null) : null);
            case JSON -> json(folder, file, descriptor.path("call"), descriptor.has("drop"));
            case GRAPHQL -> GraphqlForms.of(folder, file, request);
            case LAYOUT, NONE -> new ContractForms(file);
        };
    }

    private static ContractForms json(OthersFiles folder, Path file, JsonNode call, boolean rows) {
        ContractForms forms = new ContractForms(file);
        String text = ContractText.of(folder, file);
        Optional<ApiContract> api = ApiContract.read(folder, file);
        if (api.isPresent() && !rows) {
            ApiForms.into(forms, api.get(), call);
        } else if (api.isEmpty()) {
            Optional<ObjectNode> schema = ApiContract.tree(text);
            if (schema.isEmpty()) {
                forms.trouble(0, "is not held to: it is neither YAML nor JSON, or has too many values");
            }
            schema.flatMap(one -> JsonDialect.SCHEMA_2020_12.schema(one, false, message -> forms.trouble(0, message)))
                    .ifPresent(one -> forms.reply(new JsonForm(one, message -> forms.trouble(0, message))));
        }
        return forms;
    }

    private AgencyForms() {}

    /** Documents that a schema alone describes: of XML over HTTP or a broker, and rows of a file. */
    private static final class XsdForms {
        /** @param row name of the element that is a row; null for a request and a reply */
        static ContractForms of(OthersFiles folder, Path xsd, String row) {
            ContractForms forms = new ContractForms(xsd);
            try {
                HeldSchemas schemas = new HeldSchemas(folder, xsd);
                if (row != null) {
                    // It may be an element that a document begins with already.
                    schemas.makeGlobal(row);
                }
                Optional<XmlSchemas> compiled = schemas.compile(forms::trouble);
                if (compiled.isPresent() && !schemas.isEmpty()) {
                    forms.reply(new XmlForm(compiled.get(), null));
                    if (row == null) {
                        forms.request(forms.replies().get(0));
                    }
                }
            } catch (XMLStreamException e) {
                // Told where the contract itself is checked.
            }
            return forms;
        }

        private XsdForms() {}
    }
}

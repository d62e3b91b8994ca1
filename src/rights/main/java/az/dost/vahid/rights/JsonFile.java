package az.dost.vahid.rights;

import az.dost.vahid.command.CommandFailure;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** A file that somebody hands over, held to its contract. */
final class JsonFile {
    /**
     * @param contract such as {@code dossier}
     * @throws CommandFailure when it does not fit it; without what stands in it, which is personal data
     * @throws IOException when it cannot be read
     */
    static JsonNode read(Path file, String contract) throws IOException {
        JsonNode json;
        try {
            json = Json.exact().readTree(OthersFiles.beside(file).read(file, OthersFiles.LONGEST));
        } catch (JsonProcessingException e) {
            throw new CommandFailure(
                    file + " is no JSON: line " + e.getLocation().getLineNr());
        }
        List<Error> errors = schema(contract).validate(json);
        if (!errors.isEmpty()) {
            throw new CommandFailure(file + " is no " + contract + " as contracts/" + contract
                    + ".schema.json has it: look at " + errors.get(0).getInstanceLocation());
        }
        return json;
    }

    private static Schema schema(String contract) throws IOException {
        try (var in = new ClassPathResource("contracts/" + contract + ".schema.json").getInputStream()) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
        }
    }

    private JsonFile() {}
}

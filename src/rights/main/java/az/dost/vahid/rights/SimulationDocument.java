package az.dost.vahid.rights;

import az.dost.vahid.signature.key.Sha256;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.Resource;

/** What a result says of how it was made, and its bytes: whoever has the same makes the same ones. */
final class SimulationDocument {
    private static final String SHA_256 = "sha256";

    /** @param rights the rules as they would be. @param against as they are */
    static ObjectNode heading(Simulation simulation, List<Resource> rights, List<Resource> against) throws IOException {
        String version = SimulationDocument.class.getPackage().getImplementationVersion();
        ObjectNode heading = JsonNodeFactory.instance
                .objectNode()
                .put("day", simulation.day().toString())
                .put("vahid", version == null ? "built from source" : version);
        heading.putObject("rights").put(SHA_256, digest(rights));
        heading.putObject("against").put(SHA_256, digest(against));
        return heading;
    }

    /** Says which people of the program were drawn. */
    static void drawn(ObjectNode heading, long seed, int count, int of) {
        heading.putObject("people")
                .put("from", "COMPUTED")
                .put("seed", seed)
                .put("count", count)
                .put("of", of);
    }

    /**
     * What is the same for the same files: the SHA-256 of what {@code sha256sum *.yaml} says in their folder.
     *
     * @param files in the order of the names' characters
     */
    private static String digest(List<Resource> files) throws IOException {
        StringBuilder sums = new StringBuilder();
        for (Resource file : files) {
            sums.append(Sha256.hex(file.getContentAsByteArray()))
                    .append("  ")
                    .append(file.getFilename())
                    .append('\n');
        }
        return Sha256.hex(sums.toString());
    }

    static String text(SimulationResult result) {
        return result.json().toPrettyString() + "\n";
    }

    static byte[] bytes(SimulationResult result) {
        return text(result).getBytes(StandardCharsets.UTF_8);
    }

    private SimulationDocument() {}
}

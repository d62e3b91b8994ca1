package az.dost.vahid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The misuse rules as they are, but for officials who are as fast as a machine at any hour: each lookup is judged, none
 * is slowed down.
 */
final class UnreachedRules {
    private static final int MOST = 10_000;

    static Path write(Path folder) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        try (InputStream in = UnreachedRules.class.getResourceAsStream("/misuse-rules.yaml")) {
            ObjectNode book = (ObjectNode) yaml.readTree(in);
            book.putArray("holidays");
            ObjectNode hours = (ObjectNode) book.path("workingHours");
            hours.put("from", "00:00").put("to", "23:59");
            hours.putArray("days")
                    .add("MONDAY")
                    .add("TUESDAY")
                    .add("WEDNESDAY")
                    .add("THURSDAY")
                    .add("FRIDAY")
                    .add("SATURDAY")
                    .add("SUNDAY");
            for (JsonNode rule : book.path("rules")) {
                if (rule.path("watch").asText().equals("LOOKUPS_OF_OFFICIAL")) {
                    ((ObjectNode) rule).put("moreThan", MOST);
                }
            }
            Path file = folder.resolve("misuse-rules.yaml");
            yaml.writeValue(file.toFile(), book);
            return file;
        }
    }

    private UnreachedRules() {}
}

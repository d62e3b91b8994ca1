package az.dost.vahid.journeys.warm;

import az.dost.vahid.check.Sample;
import az.dost.vahid.check.rehearse.SampleAnswer;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One sample of a connector that runs, wherever its folder is, on disk or in the jar: of somebody of whom the agency
 * has a record that is believed whole. Empty where there is none.
 */
final class WarmSamples {
    private static final ObjectMapper JSON = Json.mapper();
    private static final String DESCRIPTOR = "connector.yaml";
    private static final List<String> REPLIES = List.of("reply.xml", "reply.json", "reply-1.json");
    private static final String SIGNED = "SignatureValue";
    private static final int SAMPLES_DEEP = 3;
    private static final int MOST = 10_000;

    /** The facts that it comes to. */
    static Optional<ObjectNode> facts(ConnectorFolder folder) throws IOException {
        for (Resource expected : expected(folder)) {
            JsonNode read = JSON.readTree(expected.getContentAsByteArray());
            if (whole(read)) {
                return Optional.of((ObjectNode) read.path("facts"));
            }
        }
        return Optional.empty();
    }

    /** A reply of one page that is as yet unsigned, and what it comes to. */
    static Optional<SampleAnswer> answer(ConnectorFolder folder) throws IOException {
        return answers(folder, 1).stream().findFirst();
    }

    /** The same, as many as there are, and no more than {@code most}. */
    static List<SampleAnswer> answers(ConnectorFolder folder, int most) throws IOException {
        List<SampleAnswer> answers = new ArrayList<>();
        for (Resource expected : expected(folder)) {
            JsonNode read = JSON.readTree(expected.getContentAsByteArray());
            for (String name :
                    whole(read) && !expected.createRelative("reply-2.json").exists() ? REPLIES : List.<String>of()) {
                Resource reply = expected.createRelative(name);
                String text = reply.exists() ? reply.getContentAsString(StandardCharsets.UTF_8) : SIGNED;
                if (!text.contains(SIGNED) && answers.size() < most) {
                    answers.add(new SampleAnswer(
                            List.of(text),
                            Sample.tree(text.getBytes(StandardCharsets.UTF_8), folder.connector()),
                            read,
                            Map.of()));
                }
            }
        }
        return answers;
    }

    private static Resource[] expected(ConnectorFolder folder) throws IOException {
        Optional<OthersFiles> others = OthersFiles.of(folder.descriptor());
        if (others.isPresent()) {
            return expected(others.get());
        }
        String descriptor = folder.descriptor().getURL().toString();
        return new PathMatchingResourcePatternResolver()
                .getResources(
                        descriptor.substring(0, descriptor.length() - DESCRIPTOR.length()) + "samples/*/expected.json");
    }

    /** Of a folder of somebody else's: what is refused is passed over here, for connector check tells of it. */
    private static Resource[] expected(OthersFiles files) {
        return files.below(SAMPLES_DEEP, MOST).stream()
                .filter(file -> file.toString().replace('\\', '/').matches("samples/[^/]+/expected[.]json"))
                .map(file -> files.resource(files.root().resolve(file)))
                .toArray(Resource[]::new);
    }

    private static boolean whole(JsonNode expected) {
        return !expected.path("facts").isEmpty() && !expected.has("unmappable");
    }

    private WarmSamples() {}
}

package az.dost.vahid.kit.accept;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.Difference;
import az.dost.vahid.check.Sample;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.json.Json;
import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.key.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the expected facts of samples as the mapping gives them now, for a person to review. What was written so is
 * known by its digest in {@code samples/accepted.json}; a file that is not any more what was written is a person's, and
 * is replaced only when that is said.
 */
public final class Acceptance {
    private static final String LEDGER = "accepted.json";
    private static final ObjectMapper JSON = Json.mapper();
    private final List<AcceptedSample> samples = new ArrayList<>();
    private final Map<Path, String> written = new LinkedHashMap<>();

    /**
     * @param overwrite whether a person's files are replaced, too. @throws UncheckedIOException when a file cannot be
     *     written: then none is
     */
    public static List<AcceptedSample> of(List<CheckedFolder> folders, boolean overwrite) {
        Acceptance acceptance = new Acceptance();
        try {
            for (CheckedFolder folder : folders) {
                if (folder.connector() != null && folder.mapping() != null) {
                    acceptance.folder(folder, overwrite);
                }
            }
            writeTogether(acceptance.written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return acceptance.samples;
    }

    private void folder(CheckedFolder folder, boolean overwrite) throws IOException {
        Path ledger = folder.path().resolve("samples").resolve(LEDGER);
        Map<String, String> accepted = accepted(folder.files(), ledger);
        Map<String, String> before = Map.copyOf(accepted);
        for (Sample sample : folder.samples()) {
            JsonNode found = sample.hasExpectedError() ? MissingNode.getInstance() : found(folder, sample);
            if (!found.isMissingNode()) {
                sample(folder, sample, found, accepted, overwrite);
            }
        }
        if (!accepted.equals(before)) {
            written.put(ledger, pretty(JSON.valueToTree(accepted)));
        }
    }

    private void sample(
            CheckedFolder folder, Sample sample, JsonNode found, Map<String, String> accepted, boolean overwrite)
            throws IOException {
        String name = sample.folder().getFileName().toString();
        String text = pretty(found);
        String present = sample.hasExpected() ? folder.text(sample.expected()) : null;
        List<Difference> differences = present == null ? List.of() : Difference.between(read(present), found);
        AcceptedSample.Outcome outcome = present == null
                ? AcceptedSample.Outcome.NEW
                : differences.isEmpty()
                        ? AcceptedSample.Outcome.SAME
                        : overwrite || digest(present).equals(accepted.get(name))
                                ? AcceptedSample.Outcome.CHANGED
                                : AcceptedSample.Outcome.LEFT;
        samples.add(new AcceptedSample(
                folder.name(sample.expected()), outcome, present == null ? "" : present, differences));
        if (outcome == AcceptedSample.Outcome.NEW || outcome == AcceptedSample.Outcome.CHANGED) {
            written.put(sample.expected(), text);
            accepted.put(name, digest(text));
        }
    }

    /** Missing where the mapping gives nothing: the check says why. */
    private static JsonNode found(CheckedFolder folder, Sample sample) {
        try {
            return sample.inputs().isEmpty()
                    ? MissingNode.getInstance()
                    : folder.bounded().apply(folder.tree(sample));
        } catch (MappingException | ProofException | IllegalArgumentException | IllegalStateException e) {
            return MissingNode.getInstance();
        }
    }

    /** By name of the sample, the digest of what was written. */
    private static Map<String, String> accepted(OthersFiles files, Path ledger) {
        Map<String, String> accepted = new TreeMap<>();
        if (files.has(ledger) && read(files.text(ledger)) instanceof ObjectNode known) {
            known.properties()
                    .forEach(one -> accepted.put(one.getKey(), one.getValue().asText()));
        }
        return accepted;
    }

    /** Missing for what is not JSON: then all of it is a person's. */
    private static JsonNode read(String text) {
        try {
            JsonNode read = JSON.readTree(text);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String pretty(JsonNode json) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static String digest(String text) {
        return "sha-256:" + Sha256.hex(text);
    }

    private Acceptance() {}

    /** Writes all files or none, in UTF-8: each is a draft beside its place until the last one is. */
    private static void writeTogether(Map<Path, String> texts) throws IOException {
        Map<Path, Path> drafts = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, String> text : texts.entrySet()) {
                Path draft = text.getKey().resolveSibling("." + text.getKey().getFileName() + ".draft");
                drafts.put(text.getKey(), draft);
                // What lies there under its name, a link too, is nobody's that would be written through.
                Files.deleteIfExists(draft);
                Files.writeString(draft, text.getValue(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
            for (Map.Entry<Path, Path> draft : drafts.entrySet()) {
                Files.move(draft.getValue(), draft.getKey(), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            for (Path draft : drafts.values()) {
                Files.deleteIfExists(draft);
            }
        }
    }
}

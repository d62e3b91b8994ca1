package az.dost.vahid.check;

import az.dost.vahid.check.fact.FactSchemas;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.json.Json;
import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Every sample through the mapping: what comes out is what its folder expects, and what the dossier can carry. */
final class SampleCheck implements FolderCheck {
    private static final ObjectMapper JSON = Json.mapper();
    private final OutputCheck output;

    SampleCheck(FactSchemas facts) {
        this.output = new OutputCheck(facts);
    }

    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        Connector connector = folder.connector();
        if (connector == null || folder.mapping() == null || connector.proof() == null) {
            return;
        }
        for (Sample sample : folder.samples()) {
            if (sample.inputs().isEmpty()) {
                remarks.error(folder.name(sample.folder()), 0, 0, "the sample has no reply or row");
                continue;
            }
            boolean answer = sample.hasExpected();
            if (answer == sample.hasExpectedError()) {
                remarks.error(
                        folder.name(sample.folder()),
                        0,
                        0,
                        "the sample needs one of expected.json and expected-error.txt; "
                                + (answer ? "it has both" : advice(folder, sample)));
                continue;
            }
            JsonNode tree = tree(folder, sample, remarks);
            if (tree != null && answer) {
                answer(folder, sample, tree, remarks);
            } else if (tree != null) {
                error(folder, sample, tree, remarks);
            }
        }
    }

    /** Which of the two it wants. */
    private static String advice(CheckedFolder folder, Sample sample) {
        try {
            folder.bounded().apply(folder.tree(sample));
            return "check --accept writes the first";
        } catch (MappingException e) {
            return "the mapping refuses it (" + e.getMessage() + "), so write some words of that into the second";
        } catch (IllegalArgumentException | IllegalStateException | ProofException e) {
            return "nothing can be read of it: " + e.getMessage();
        }
    }

    private static JsonNode tree(CheckedFolder folder, Sample sample, Remarks remarks) {
        try {
            return folder.tree(sample);
        } catch (IllegalArgumentException | IllegalStateException | ProofException e) {
            String file = folder.name(sample.inputs().get(0));
            if (e.getCause() instanceof JsonProcessingException json && json.getLocation() != null) {
                remarks.error(
                        file, json.getLocation().getLineNr(), json.getLocation().getColumnNr(), e.getMessage());
            } else {
                remarks.error(XmlText.mistake(folder.text(sample.inputs().get(0)), file)
                        .orElse(new Finding(file, 0, e.getMessage())));
            }
            return null;
        }
    }

    private void answer(CheckedFolder folder, Sample sample, JsonNode tree, Remarks remarks) {
        String file = folder.name(sample.expected());
        String text = folder.text(sample.expected());
        JsonNode expected;
        try {
            expected = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            remarks.error(file, e.getLocation().getLineNr(), e.getLocation().getColumnNr(), "is not JSON");
            return;
        }
        try {
            JsonNode found = folder.bounded().apply(tree);
            JsonPlaces places = new JsonPlaces(text);
            UnexpectedLoss loss = new UnexpectedLoss(expected, found);
            // What a sample did not expect to be lost is compared, too.
            JsonNode compared = loss.expected() ? found : folder.bounded().unchecked(tree);
            for (Difference difference : Difference.between(expected, compared)) {
                if (!loss.explains(difference)) {
                    TextPlace place = places.of(difference.at());
                    remarks.error(file, place.line(), place.column(), difference.toString());
                }
            }
            JsonNode lost = loss.expected()
                    ? MissingNode.getInstance()
                    : folder.bounded().lost(tree);
            loss.report(file, folder.connector().mapping(), lost, places, remarks);
            output.check(folder.connector(), found, file, places, remarks);
        } catch (MappingException e) {
            remarks.error(
                    folder.name(folder.connector().mapping()),
                    e.line(),
                    0,
                    "fails for the sample " + sample.folder().getFileName() + ": " + e.getMessage());
        }
    }

    private static void error(CheckedFolder folder, Sample sample, JsonNode tree, Remarks remarks) {
        String file = folder.name(sample.expectedError());
        String word = folder.text(sample.expectedError()).strip();
        try {
            folder.bounded().apply(tree);
            remarks.error(file, 1, 1, "the mapping finds nothing wrong with this bad reply");
        } catch (MappingException e) {
            if (!e.getMessage().contains(word)) {
                remarks.error(
                        file,
                        1,
                        1,
                        "the mapping refuses the reply for another reason: " + e.getMessage()
                                + (e.line() < 1 ? "" : " (" + folder.connector().mapping() + ", line " + e.line() + ")")
                                + (e.getMessage().endsWith("error()")
                                        ? "; the words within error() may hold a value, and are told to nobody: write error() here"
                                        : ""));
            }
        }
    }
}

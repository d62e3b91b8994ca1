package az.dost.vahid.kit;

import az.dost.vahid.kit.rehearse.PlayedAgency;
import az.dost.vahid.kit.rehearse.SampleAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Makes a played agency of a connector's folder. */
final class Rehearsal {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalStateException when the folder has nothing to play from */
    static PlayedAgency of(CheckedFolder folder) throws IOException {
        if (!folder.reading().findings().isEmpty()) {
            throw new IllegalStateException("The connector has errors: run connector check first");
        }
        if (folder.connector().call() == null) {
            throw new IllegalStateException("A file drop is not asked but fetched: leave a file in the folder of its endpoint instead");
        }
        if (folder.connector().protocol().waits()) {
            throw new IllegalStateException("Only agencies over HTTP are played: take a database or a broker of your own, and for a view contract.sql");
        }
        List<SampleAnswer> samples = samples(folder);
        return new PlayedAgency(folder.connector(), folder.text(folder.path().resolve(folder.connector().mapping())),
                folder.running().request(), samples);
    }

    /**
     * Those with an answer, people of whom there is a record first.
     *
     * @throws IllegalStateException when there are none
     */
    static List<SampleAnswer> samples(CheckedFolder folder) throws IOException {
        List<SampleAnswer> samples = new ArrayList<>();
        for (Sample sample : folder.samples()) {
            if (Files.exists(sample.expected()) && !sample.inputs().isEmpty()) {
                JsonNode expected = JSON.readTree(folder.text(sample.expected()));
                samples.add(expected.path("facts").isEmpty() ? samples.size() : 0,
                        new SampleAnswer(sample.inputs().stream().map(folder::text).toList(), folder.tree(sample), expected));
            }
        }
        if (samples.isEmpty()) {
            throw new IllegalStateException("The folder has no sample with an expected.json to answer with");
        }
        return samples;
    }

    private Rehearsal() { }
}

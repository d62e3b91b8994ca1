package az.dost.vahid.kit.certify;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.DropCheck;
import az.dost.vahid.check.Remarks;
import az.dost.vahid.check.Sample;
import az.dost.vahid.check.rehearse.PlayedAgency;
import az.dost.vahid.check.rehearse.PlayedDrops;
import az.dost.vahid.check.rehearse.PlayedFault;
import az.dost.vahid.check.rehearse.PlayedServer;
import az.dost.vahid.check.rehearse.PlayedServers;
import az.dost.vahid.check.rehearse.PlayedService;
import az.dost.vahid.check.rehearse.SampleAnswer;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.json.Json;
import az.dost.vahid.signature.rehearsal.PlayedKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a played agency of a connector's folder. */
public final class Rehearsal {
    /** A citizen of no sample. */
    public static final String ANYBODY = "5ZZ5ZZ5";

    private static final ObjectMapper JSON = Json.mapper();

    /**
     * An agency that leaves files.
     *
     * @param connector the folder's, perhaps with other bounds
     * @param from number of the first file
     * @throws IllegalStateException when the folder has nothing to play from
     */
    public static PlayedDrops drops(CheckedFolder folder, Connector connector, long from) throws IOException {
        Remarks remarks = new Remarks();
        new DropCheck().check(folder, remarks);
        if (!remarks.sorted().isEmpty()) {
            throw new IllegalStateException("The connector has errors: run connector check first");
        }
        Charset charset = Charset.forName(connector.drop().charset());
        Map<String, String> bad = new LinkedHashMap<>();
        for (Sample sample : folder.samples()) {
            if (sample.hasExpectedError() && !sample.inputs().isEmpty()) {
                bad.put(
                        sample.folder().getFileName().toString(),
                        new String(folder.files().bytes(sample.inputs().get(0)), charset));
            }
        }
        String layout = connector.drop().layout() == null
                ? null
                : folder.text(folder.path().resolve(connector.drop().layout()));
        return new PlayedDrops(connector, layout, samples(folder, charset), bad, from);
    }

    /**
     * An agency that is asked, apart from a database. @throws IllegalStateException when the folder has nothing to play
     * from
     */
    public static PlayedAgency of(CheckedFolder folder) throws IOException {
        readable(folder);
        List<SampleAnswer> samples = samples(folder);
        return new PlayedAgency(
                folder.connector(),
                folder.text(folder.path().resolve(folder.connector().mapping())),
                folder.running().request(),
                folder.has(folder.connector().call().header())
                        ? folder.text(
                                folder.path().resolve(folder.connector().call().header()))
                        : null,
                samples);
    }

    /**
     * A played agency that is asked.
     *
     * @param agency null for a database
     */
    public record Asked(PlayedService service, PlayedAgency agency) {
        public boolean timely() {
            return agency == null || agency.timely();
        }
    }

    /**
     * Starts an agency that is asked.
     *
     * @param pinned where the gateway looks for its certificate
     * @param port 0 for any
     * @param faults share of the answers, from 0 to 1, that have each
     * @throws IllegalStateException when the folder has nothing to play from
     */
    public static Asked start(CheckedFolder folder, Path pinned, int port, Map<PlayedFault, Double> faults)
            throws Exception {
        readable(folder);
        if (folder.connector().protocol() == Connector.Protocol.JDBC) {
            PlayedKey key = PlayedKey.of(folder.connector().id(), "RSA");
            key.pin(pinned);
            PlayedService view = view(folder, key, port);
            view.faults(faults);
            return new Asked(view, null);
        }
        PlayedAgency agency = of(folder);
        agency.key().pin(pinned);
        return new Asked(serve(folder.connector(), agency, port, faults), agency);
    }

    private static PlayedService serve(
            Connector connector, PlayedAgency agency, int port, Map<PlayedFault, Double> faults) throws Exception {
        return connector.protocol() == Connector.Protocol.JMS
                ? PlayedServers.here().queue(connector, agency, port, faults)
                : new PlayedServer(connector, agency, port, faults);
    }

    private static PlayedService view(CheckedFolder folder, PlayedKey key, int port) throws IOException {
        if (!folder.has("contract.sql")) {
            throw new IllegalStateException(
                    "A view is played from the agency's SQL: put contract.sql, which makes it, into the folder");
        }
        List<SampleAnswer> samples = samples(folder);
        Map<String, List<JsonNode>> rows =
                new LinkedHashMap<>(Map.of(ANYBODY, samples.get(0).rows(ANYBODY)));
        samples.forEach(sample -> rows.putIfAbsent(sample.subject(), sample.rows(sample.subject())));
        List<JsonNode> bad = new ArrayList<>();
        for (Sample sample : folder.samples()) {
            if (sample.hasExpectedError() && bad.isEmpty()) {
                folder.tree(sample).path("rows").forEach(bad::add);
            }
        }
        return PlayedServers.here()
                .view(
                        folder.connector(),
                        key,
                        folder.text(folder.path().resolve("contract.sql")),
                        folder.text(
                                folder.path().resolve(folder.connector().call().request())),
                        rows,
                        Map.of(ANYBODY, bad),
                        port);
    }

    /**
     * Those with an answer: first people of whom there is a record, then those of whose record something cannot be
     * believed.
     *
     * @throws IllegalStateException when there are none
     */
    public static List<SampleAnswer> samples(CheckedFolder folder) throws IOException {
        return samples(folder, StandardCharsets.UTF_8);
    }

    private static List<SampleAnswer> samples(CheckedFolder folder, Charset charset) throws IOException {
        List<SampleAnswer> samples = new ArrayList<>();
        int believed = 0;
        for (Sample sample : folder.samples()) {
            if (sample.hasExpected() && !sample.inputs().isEmpty()) {
                JsonNode expected = JSON.readTree(folder.text(sample.expected()));
                List<String> pages = new ArrayList<>();
                for (Path input : sample.inputs()) {
                    pages.add(new String(folder.files().bytes(input), charset));
                }
                boolean record = !expected.path("facts").isEmpty();
                boolean whole = record && !expected.has("unmappable");
                samples.add(
                        whole ? 0 : record ? believed : samples.size(),
                        new SampleAnswer(pages, folder.tree(sample), expected, sample.parts()));
                believed += whole ? 1 : 0;
            }
        }
        if (samples.isEmpty()) {
            throw new IllegalStateException("The folder has no sample with an expected.json to answer with");
        }
        return samples;
    }

    /** @throws IllegalStateException when it is not */
    public static void readable(CheckedFolder folder) {
        if (!folder.reading().findings().isEmpty()) {
            throw new IllegalStateException("The connector has errors: run connector check first");
        }
    }

    private Rehearsal() {}
}

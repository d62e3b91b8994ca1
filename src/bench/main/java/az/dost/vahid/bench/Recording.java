package az.dost.vahid.bench;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.mock.register.ComputedPopulation;
import az.dost.vahid.proof.record.DossierRecord;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the demonstration once, gateway and mock agencies together: keys are made, file drops are loaded into the
 * database, and the agencies' answers about some citizens are written down for the stub to repeat.
 */
final class Recording {
    private static final int POPULATION = 20_000;
    private static final int CITIZENS = 64;
    private static final int TRIAL_POPULATION = 1_000;
    /** Those of the demonstration who have a story. */
    private static final int TRIAL_CITIZENS = 4;

    private static final int LONGEST_START_SECONDS = 240;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Run run;
    private final Path demonstration;
    private final Database database;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = Run.freePort();

    Recording(Run run, Path demonstration, Database database) {
        this.run = run;
        this.demonstration = demonstration;
        this.database = database;
    }

    Path data() {
        return run.folder().resolve("data");
    }

    Path replies() {
        return run.folder().resolve("replies");
    }

    /** The lookup requests that were recorded whole, each with its dossier. */
    Map<String, JsonNode> record(Catalogue catalogue, Endpoints endpoints) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--spring.datasource.url=" + database.url(),
                "--vahid.data=" + data(),
                "--vahid.blobs=" + run.folder().resolve("blobs"),
                "--vahid.mocks.population=" + population(),
                "--vahid.demo.fin=" + Personas.MARTYRS_WIDOW.fin(),
                "--vahid.demo.quarter=false"));
        arguments.addAll(endpoints.mockArguments());
        try (Launched demo = Launched.jar("recording", run.folder(), run.options("-Xmx1g"), demonstration, arguments)
                .awaitPort(port, LONGEST_START_SECONDS)) {
            awaitDrops(demo);
            Recorder recorder = new Recorder(
                    Parts.of(
                                    endpoints
                                            .settings(run, catalogue, database.url(), data())
                                            .toString(),
                                    null)
                            .getBean(DossierRecord.class),
                    catalogue,
                    replies());
            Map<String, JsonNode> questions = new LinkedHashMap<>();
            for (String fin : fins()) {
                String question = question(fin, "bench-" + questions.size());
                JsonNode dossier = ask(question);
                if (dossier.path("completeness").asText().equals("COMPLETE")) {
                    recorder.record(dossier, fin);
                    questions.put(question, dossier);
                }
            }
            if (questions.size() < citizens() / 2) {
                throw new IllegalStateException(
                        "Only " + questions.size() + " citizens have a complete dossier in the demonstration");
            }
            return questions;
        }
    }

    private void awaitDrops(Launched demo) throws IOException, InterruptedException {
        long end = System.currentTimeMillis()
                + Duration.ofSeconds(LONGEST_START_SECONDS).toMillis();
        while (!ask(question(Personas.MARTYRS_WIDOW.fin(), "bench"))
                .path("completeness")
                .asText()
                .equals("COMPLETE")) {
            if (System.currentTimeMillis() > end) {
                throw new IllegalStateException(
                        "The demonstration gives no complete dossier, see " + demo.name() + ".log");
            }
            Thread.sleep(500);
        }
    }

    private int population() {
        return run.trial() ? TRIAL_POPULATION : POPULATION;
    }

    private int citizens() {
        return run.trial() ? TRIAL_CITIZENS : CITIZENS;
    }

    private List<String> fins() {
        ComputedPopulation population = new ComputedPopulation(population());
        List<String> fins = new ArrayList<>(List.of(
                Personas.MARTYRS_WIDOW.fin(),
                Personas.WAR_VETERAN.fin(),
                Personas.DISPLACED_UNEMPLOYED.fin(),
                Personas.UNDER_GUARDIANSHIP.fin()));
        for (int i = 0; fins.size() < citizens(); i++) {
            fins.add(population.fin(i * (population() / citizens())));
        }
        return fins;
    }

    private static String question(String fin, String official) {
        var question = JSON.createObjectNode()
                .put("service", "ccu-intake")
                .put("caseRef", "BENCH/1")
                .put("official", official)
                .put("deadlineMs", 30_000);
        question.putObject("subject").put("fin", fin);
        return question.toString();
    }

    private JsonNode ask(String question) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/dossiers"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer demo-dost-centre-1")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(question))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return JSON.readTree(response.body());
    }
}

package az.dost.vahid.pages.task;

import az.dost.vahid.demo.Demonstration;
import az.dost.vahid.mock.issuer.Logins;
import az.dost.vahid.process.ChildProcess;
import az.dost.vahid.process.FreePort;
import az.dost.vahid.whole.FaultSwitch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The demonstration in a process of its own, as anybody starts it, but on free ports and with fewer citizens. */
final class RunningDemonstration implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(8);
    private static final Pattern QUARTER = Pattern.compile("Computed figures of (\\d{4})-Q(\\d) are there");
    private static final List<String> NUMBERS = List.of("", "I", "II", "III", "IV");

    private final int pages = FreePort.next();
    private final int mocks = FreePort.next();
    private final int gateway = FreePort.next();
    private final ChildProcess process;

    /** Returns once its past is whole and its reports are closed. */
    RunningDemonstration(Path folder) throws IOException, InterruptedException {
        process = new ChildProcess(
                folder.resolve("demonstration.log"),
                Demonstration.class,
                List.of("-Xmx1g", "-XX:TieredStopAtLevel=1"),
                Stream.concat(
                                Stream.of(
                                        "--server.port=" + gateway,
                                        "--vahid.data=" + folder.resolve("data"),
                                        "--vahid.pages.port=" + pages,
                                        "--vahid.mocks.http-port=" + mocks,
                                        "--vahid.mocks.population=20000"),
                                ports())
                        .toList());
        process.start();
        try {
            Awaitility.await("the past of the demonstration")
                    .atMost(LONGEST)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(this::isWhole);
        } catch (ConditionTimeoutException | AssertionError e) {
            process.close();
            throw new AssertionError("The demonstration has no past:\n" + process.written(), e);
        }
    }

    private boolean isWhole() throws IOException, InterruptedException {
        String written = process.written();
        if (!process.lives() || written.contains("is not whole")) {
            throw new AssertionError("It has ended, or given up");
        }
        Matcher quarter = QUARTER.matcher(written);
        return written.contains("The past is whole")
                && quarter.find()
                && closed(quarter.group(1) + "-Q" + quarter.group(2));
    }

    /** Whether the report of a period is there, as an analyst is told. */
    private boolean closed(String period) throws IOException, InterruptedException {
        String token = Logins.token("http://localhost:" + mocks + "/issuer", "g.ahmadova");
        HttpResponse<byte[]> reports = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + gateway + "/v1/statistics/reports"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        for (JsonNode one : new ObjectMapper().readTree(reports.body()).path("periods")) {
            if (one.path("period").asText().equals(period)) {
                return one.path("state").asText().equals("CLOSED");
            }
        }
        return false;
    }

    /** Each port that the demonstration has beside these two. */
    private static Stream<String> ports() {
        YamlPropertiesFactoryBean profile = new YamlPropertiesFactoryBean();
        profile.setResources(new ClassPathResource("application-mocks.yaml"));
        return profile.getObject().keySet().stream()
                .map(Object::toString)
                .filter(name ->
                        name.matches("vahid\\.(mocks\\.(sftp-port|broker\\.port|tls-ports\\..*)|management\\.port)"))
                .map(name -> "--" + name + "=" + FreePort.next());
    }

    String pages() {
        return "http://localhost:" + pages;
    }

    /** The quarter that is over, as the pages call it. */
    String quarter() throws IOException {
        Matcher quarter = QUARTER.matcher(process.written());
        if (!quarter.find()) {
            throw new AssertionError("No quarter was computed");
        }
        return "Quarter " + NUMBERS.get(Integer.parseInt(quarter.group(2))) + " of " + quarter.group(1);
    }

    FaultSwitch faults() {
        return new FaultSwitch(mocks);
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}

package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.process.ChildProcess;
import az.dost.vahid.process.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The client of another house: xrd4j, by the authors of X-Road, as they publish it, and its test adapter as the
 * provider. Both are not at Maven Central, so their class path is given:
 * {@code -Dvahid.xrd4j=client.jar:common.jar:rest.jar:server.jar:json.jar:adapter-classes}.
 */
class XRoadClientTest {
    private static final String SETTING = "vahid.xrd4j";
    private static final String RESULT = "result ";
    private static final String PASSWORD = "changeit";
    private static final String SERVICES =
            "[getAttachments.v1, getRandom.v1, helloService.v1, listPeople.v1, personDetails.v1, storeAttachments.v1]";

    @TempDir
    private Path folder;

    @Test
    void every_call_of_the_unmodified_client_passes() throws Exception {
        String library = System.getProperty(SETTING);
        Assumptions.assumeTrue(
                library != null, "SKIPPED, not passed: xrd4j is not given (" + SETTING + ", see src/docs/x-road.md)");
        ExchangeGateway.prepare(folder);
        services();
        certificates();
        Process calls = start(library);
        try (BufferedReader said = calls.inputReader(StandardCharsets.UTF_8)) {
            String adapter = line(said, "adapter ");
            int tls = FreePort.next();
            try (ConfigurableApplicationContext gateway = ExchangeGateway.run(ExchangeGateway.settings(
                            folder,
                            "http://localhost:1",
                            "--vahid.endpoints.adapter=http://localhost:" + adapter,
                            "--vahid.tls.port=" + tls,
                            "--vahid.tls.host=127.0.0.1")
                    .toArray(String[]::new))) {
                String plain = "http://localhost:" + gateway.getEnvironment().getProperty("local.server.port");
                calls.getOutputStream()
                        .write((plain + " https://localhost:" + tls + "/\n").getBytes(StandardCharsets.UTF_8));
                calls.getOutputStream().flush();
                Map<String, String> results = new HashMap<>();
                said.lines()
                        .filter(line -> line.startsWith(RESULT))
                        .map(line -> line.substring(RESULT.length()).split(": ", 2))
                        .forEach(result -> results.put(result[0], result[1]));
                passed(results);
            }
        } finally {
            calls.destroyForcibly().waitFor();
        }
    }

    private static void passed(Map<String, String> results) {
        assertThat(results.remove("listClients")).contains("AZ.GOV.desk.cases", "AZ.GOV.registry.acts");
        assertThat(results.remove("listMethods")).contains(SERVICES.substring(1).split("[,\\]] ?"));
        assertThat(results)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("listCentralServices", "[]"),
                        Map.entry("allowedMethods", SERVICES),
                        Map.entry("getRandom", "true"),
                        Map.entry("requestHash", "true"),
                        Map.entry("headers", "AZ1234567 CASE/1 4.0"),
                        Map.entry("helloService", "Hello Gülnarə! Greetings from adapter server!"),
                        Map.entry("listPeople", "true"),
                        Map.entry("personDetails", "true"),
                        Map.entry("getAttachments", "70000"),
                        Map.entry("storeAttachments", "true"),
                        Map.entry("send", "Hello raw! Greetings from adapter server!"),
                        Map.entry("balanced", "Hello two! Greetings from adapter server!"),
                        Map.entry("balancedMethods", "true"),
                        Map.entry("fault", "server.serverproxy.unknown_service true"),
                        Map.entry("getSecurityServerMetrics", "server.clientproxy.unknown_member")));
    }

    private void services() throws IOException {
        try (var files = Files.list(folder.resolve("exchange"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        for (String code : SERVICES.replaceAll("[\\[\\] ]|[.]v1", "").split(",")) {
            ExchangeGateway.service(
                    folder, code, "soap", "adapter", "version: v1\nconsumers: [{client: AZ/GOV/desk/cases}]");
        }
        ExchangeGateway.service(folder, "foreign", "soap", "adapter", "version: v1\nconsumers: []");
    }

    /** The client's own, which the desk's file pins, and the gateway's, which the client trusts. */
    private void certificates() throws IOException, InterruptedException, GeneralSecurityException {
        keytool(
                "-genkeypair",
                "-alias",
                "desk",
                "-keyalg",
                "EC",
                "-dname",
                "CN=desk",
                "-keystore",
                "client.p12",
                "-storepass",
                PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "desk",
                "-file",
                "client.pem",
                "-keystore",
                "client.p12",
                "-storepass",
                PASSWORD);
        Path desk = folder.resolve("requesters/desk.yaml");
        Files.writeString(
                desk,
                Files.readString(desk) + "certificates:\n  - |\n    "
                        + Files.readString(folder.resolve("client.pem")).strip().replaceAll("\\R", "\n    ") + "\n");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "gateway", new DemoKeys(folder.resolve("keys"), new Faults()).gatewayCertificate("tls"));
        try (var out = Files.newOutputStream(folder.resolve("trusted.p12"))) {
            trusted.store(out, PASSWORD.toCharArray());
        }
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        Process tool = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said;
        try (InputStream in = tool.getInputStream()) {
            said = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(tool.waitFor()).as(said).isZero();
    }

    private Process start(String library) throws IOException, URISyntaxException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-Djavax.net.ssl.keyStore=" + folder.resolve("client.p12"),
                        "-Djavax.net.ssl.keyStorePassword=" + PASSWORD,
                        "-Djavax.net.ssl.trustStore=" + folder.resolve("trusted.p12"),
                        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
                        "-cp",
                        library + java.io.File.pathSeparator + ChildProcess.classPath(),
                        Path.of(XRoadClientTest.class
                                        .getResource("/exchange/xrd4j/Calls.java")
                                        .toURI())
                                .toString())
                .redirectError(folder.resolve("calls.log").toFile())
                .start();
    }

    private String line(BufferedReader said, String begin) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(begin)) {
                return line.substring(begin.length());
            }
        }
        throw new AssertionError(Files.readString(folder.resolve("calls.log")));
    }
}

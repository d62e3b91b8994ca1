package az.dost.vahid.journeys.exchange;

import az.dost.vahid.journeys.operations.WithoutAgencies;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.ReadyKeys;
import az.dost.vahid.sources.ingest.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The gateway without agencies: what passes calls between members, with its real routes and database. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(WithoutAgencies.class)
@ComponentScan(
        basePackages = "az.dost.vahid",
        resourcePattern = "**/*Configuration.class",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "az\\.dost\\.vahid\\.(\\w+\\.(agency|operations|bulk|follow|transfer|reload)|kit|demo|mock|pages)\\..*",
                            "az\\.dost\\.vahid\\.sources\\.ingest\\.[A-Z].*",
                            "az\\.dost\\.vahid\\.Vahid"
                        }))
public class ExchangeGateway {
    static final String CONSUMER = "AZ/GOV/desk/cases";
    static final String PROVIDER = "AZ/GOV/registry/acts";

    /** In a process of its own, until its parent closes its input. */
    public static void main(String[] args) throws IOException {
        ConfigurableApplicationContext context = run(args);
        System.out.println("port " + context.getEnvironment().getProperty("local.server.port"));
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        context.close();
    }

    static ConfigurableApplicationContext run(String... settings) {
        return new SpringApplication(ExchangeGateway.class).run(settings);
    }

    /** Settings for a gateway whose files are all in one folder and whose provider is at an address. */
    static List<String> settings(Path folder, String provider, String... more) {
        List<String> settings = new ArrayList<>(
                List.of(
                        "--spring.profiles.active=production",
                        "--spring.main.banner-mode=off",
                        "--server.port=0",
                        "--vahid.crypto=jdk",
                        "--vahid.data=" + folder.resolve("data"),
                        "--vahid.record.anchors=none",
                        "--vahid.keys=" + folder.resolve("keys"),
                        "--vahid.keys-password=" + DemoKeys.PASSWORD,
                        "--vahid.requesters=file:" + folder.resolve("requesters"),
                        "--vahid.exchange.services=file:" + folder.resolve("exchange"),
                        "--vahid.exchange.services-every-ms=200",
                        "--vahid.requesters-every-ms=200",
                        "--vahid.endpoints.registry=" + provider,
                        "--vahid.endpoints.nowhere=http://localhost:1",
                        "--spring.datasource.url=" + TestDatabase.create(),
                        "--camel.main.routes-include-pattern=classpath:routes/exchange.camel.yaml,classpath:routes/door.camel.yaml,classpath:routes/errors.camel.yaml"));
        settings.addAll(List.of(more));
        return settings;
    }

    /** Keys, two requesters whose tokens are their ids, and the services of the registry. */
    static void prepare(Path folder) {
        try {
            ReadyKeys.in(folder.resolve("keys"), new Faults());
            for (String name : List.of("keys/agencies", "requesters", "exchange")) {
                Files.createDirectories(folder.resolve(name));
            }
            requester(folder, "desk", CONSUMER + ", AZ/GOV/desk/archive");
            requester(folder, "registry", PROVIDER);
            Files.writeString(
                    folder.resolve("requesters/stranger.yaml"),
                    "id: stranger\nname: Test stranger\ntokenSha256: " + sha256("stranger") + "\n");
            Files.writeString(folder.resolve("exchange/echo.openapi"), "openapi: 3.1.0");
            Files.writeString(folder.resolve("exchange/acts.wsdl"), "<definitions/>");
            Files.writeString(
                    folder.resolve("exchange/located.wsdl"),
                    "<definitions xmlns:soap='http://schemas.xmlsoap.org/wsdl/soap/'><service><port>"
                            + "<soap:address location='http://inner.example:8080/acts'/></port></service></definitions>");
            service(
                    folder,
                    "locate",
                    "soap",
                    "registry",
                    "version: v3\ncontract: located.wsdl\nconsumers: [{client: AZ/GOV/desk/cases}]");
            service(
                    folder,
                    "echo",
                    "rest",
                    "registry",
                    "contract: echo.openapi\nconsumers: [{client: AZ/GOV/desk/cases}]");
            service(
                    folder,
                    "narrow",
                    "rest",
                    "registry",
                    "consumers: [{client: AZ/GOV/desk/cases, endpoints: [GET /acts/*, POST /acts]}]");
            service(
                    folder,
                    "closed",
                    "rest",
                    "registry",
                    "disabled: Closed for the night\nconsumers: [{client: AZ/GOV/desk/cases}]");
            service(
                    folder,
                    "mended",
                    "rest",
                    "registry",
                    "maintenance: Back at nine\nconsumers: [{client: AZ/GOV/desk/cases}]");
            service(folder, "foreign", "rest", "registry", "consumers: []");
            service(folder, "down", "rest", "nowhere", "consumers: [{client: AZ/GOV/desk/cases}]");
            service(folder, "slow", "rest", "registry", "timeoutMs: 300\nconsumers: [{client: AZ/GOV/desk/cases}]");
            service(
                    folder,
                    "narrowed",
                    "rest",
                    "registry",
                    "maxConcurrent: 2\nconsumers: [{client: AZ/GOV/desk/cases}]");
            service(folder, "paced", "rest", "registry", "ratePerSecond: 2\nconsumers: [{client: AZ/GOV/desk/cases}]");
            service(
                    folder,
                    "findAct",
                    "soap",
                    "registry",
                    "version: v1\ncontract: acts.wsdl\nconsumers: [{client: AZ/GOV/desk/cases}]");
            Files.writeString(
                    folder.resolve("exchange/findAct2.yaml"),
                    Files.readString(folder.resolve("exchange/findAct.yaml"))
                            .replace("version: v1", "version: v2")
                            .replaceFirst("consumers: .*", "consumers: []"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void service(Path folder, String code, String protocol, String endpoint, String more) throws IOException {
        Files.writeString(
                folder.resolve("exchange/" + code + ".yaml"),
                "provider: " + PROVIDER + "\ncode: " + code + "\nname: Test\nprotocol: " + protocol + "\nendpoint: "
                        + endpoint + "\npath: /base\n" + more + "\n");
    }

    private static void requester(Path folder, String id, String members) throws IOException {
        Files.writeString(
                folder.resolve("requesters/" + id + ".yaml"),
                "id: " + id + "\nname: Test " + id + "\ntokenSha256: " + sha256(id) + "\nmembers: [" + members + "]\n");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

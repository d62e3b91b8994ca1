package az.dost.vahid.journeys.event;

import az.dost.vahid.journeys.operations.WithoutAgencies;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.ReadyKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
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

/**
 * The gateway without agencies: what publishes and delivers, with its real routes, database and broker. A new package
 * is in, so that what the others come to need of it is there.
 */
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
                            "az\\.dost\\.vahid\\.(\\w+\\.(agency|bulk|follow|operations|reload)|kit|demo|mock|pages)\\..*",
                            "az\\.dost\\.vahid\\.sources\\.ingest\\.[A-Z].*",
                            "az\\.dost\\.vahid\\.Vahid"
                        }))
public class EventGateway {
    /** In a process of its own, to be killed; it ends with its parent at the latest. */
    public static void main(String[] args) throws Exception {
        ConfigurableApplicationContext context = run(args);
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        context.close();
    }

    public static ConfigurableApplicationContext run(String... settings) {
        return new SpringApplication(EventGateway.class).run(settings);
    }

    /** Settings for a gateway whose files are all in one folder. */
    public static List<String> settings(Path folder, String database, String... more) {
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
                        "--vahid.requesters-every-ms=200",
                        "--vahid.officials.believed=true",
                        "--vahid.events.subscriptions=file:" + folder.resolve("subscriptions"),
                        "--vahid.events.subscriptions-every-ms=200",
                        "--vahid.events.relay-every-ms=50",
                        "--vahid.events.private-webhooks=localhost",
                        "--spring.datasource.url=" + database,
                        "--vahid.limits.requesters.hasty.per-second=1",
                        "--vahid.limits.requesters.hasty.at-once=50",
                        "--vahid.limits.requesters.broad.per-second=1000",
                        "--vahid.limits.requesters.broad.at-once=2",
                        "--vahid.events.retry.patient.first-ms=100",
                        "--vahid.events.retry.patient.longest-ms=500",
                        "--vahid.events.retry.brief.attempts=3",
                        "--vahid.events.retry.brief.first-ms=20",
                        "--camel.main.routes-include-pattern=classpath:routes/events.camel.yaml,classpath:routes/dead-letters.camel.yaml,classpath:routes/errors.camel.yaml,classpath:routes/message.camel.yaml,classpath:routes/door.camel.yaml,classpath:routes/access.camel.yaml"));
        settings.addAll(List.of(more));
        return settings;
    }

    /** Keys, and requesters: two publishers, and an operator. A requester's token is its id. */
    public static void prepare(Path folder) throws IOException {
        ReadyKeys.in(folder.resolve("keys"), new Faults());
        Files.createDirectories(folder.resolve("keys/agencies"));
        Files.createDirectories(folder.resolve("requesters"));
        Files.createDirectories(folder.resolve("subscriptions"));
        String publish =
                "grants: [publish:az.dost.birth.v1, publish:az.dost.death.v1, publish:az.dost.address-change.v1, "
                        + "publish:az.dost.disability-decision.v1]";
        requester(folder, "registry", publish);
        requester(folder, "other-registry", publish);
        requester(folder, "hasty", publish);
        requester(folder, "broad", publish);
        requester(folder, "operator", "grants: [operate]");
        requester(folder, "reader", "specialFacts: []");
        requester(folder, "clinic", "specialFacts: [disability]");
    }

    public static void requester(Path folder, String id, String more) throws IOException {
        Files.writeString(
                folder.resolve("requesters/" + id + ".yaml"),
                "id: " + id + "\nname: Test\ntokenSha256: " + sha256(id) + "\n" + more + "\n");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

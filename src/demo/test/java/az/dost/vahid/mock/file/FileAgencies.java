package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.mock.register.ComputedPopulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The mock file agencies with a small population, and their SFTP server on a free port. */
final class FileAgencies implements AutoCloseable {
    static final List<String> IDS = List.of("defence", "displaced-persons", "state-insurance", "local-executive");
    private static final int CITIZENS = 5_000;
    final Population population = new ComputedPopulation(CITIZENS);
    final Faults faults = new Faults();
    final Path folder;
    final DemoKeys keys;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    FileAgencies(Path folder) {
        this.folder = folder;
        keys = new DemoKeys(folder.resolve("keys"), faults);
        context.registerBean(
                MockSettings.class,
                () -> new MockSettings(
                        0,
                        Map.of(),
                        0,
                        CITIZENS,
                        folder.resolve("keys"),
                        folder.resolve("drops"),
                        Map.of("sftp.password", "demo-sftp-password"),
                        List.of()));
        context.registerBean(Population.class, () -> population);
        context.registerBean(Faults.class, () -> faults);
        context.registerBean(DemoKeys.class, () -> keys);
        context.register(
                DefenceDrops.class,
                DisplacedDrops.class,
                InsuranceDrops.class,
                LocalExecutiveDrops.class,
                FileDrops.class,
                SftpServer.class);
        context.refresh();
    }

    /** Waits until all that is due has been left. */
    FileAgencies left() throws Exception {
        context.getBean(FileDrops.class).awaitLeft(Duration.ofSeconds(60));
        return this;
    }

    DropAgency agency(String id) {
        return context.getBeansOfType(DropAgency.class).values().stream()
                .filter(agency -> agency.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    int sftpPort() {
        return context.getBean(SftpServer.class).port();
    }

    Path outbox(String agency) {
        return folder.resolve("drops").resolve(agency(agency).channel()).resolve(agency);
    }

    /** The drops now in the folder, without signatures, ordered by name. */
    List<Path> drops(String agency) throws IOException {
        try (Stream<Path> files = Files.list(outbox(agency))) {
            return files.filter(file -> !file.toString().endsWith(CmsSeal.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** As the gateway pins it. */
    X509Certificate certificate(String agency) throws IOException, GeneralSecurityException {
        try (var pem = Files.newInputStream(folder.resolve("keys/agencies").resolve(agency + ".pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}

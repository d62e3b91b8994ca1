package az.dost.vahid.transfer;

import az.dost.vahid.event.RetryRule;
import az.dost.vahid.ingest.source.SftpCredentials;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.PinnedCertificates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stamps for each partner a route for every type that it sends, one for its acknowledgements and one for what it gets. */
final class TransferRoutes {
    private final Environment settings;
    private final PartnerFiles files;
    private final Transfers transfers;
    private final JdbcTemplate jdbc;
    private final PinnedCertificates certificates;
    private final MeterRegistry meters;

    TransferRoutes(Environment settings, PartnerFiles files, Transfers transfers, JdbcTemplate jdbc, PinnedCertificates certificates, MeterRegistry meters) {
        this.meters = meters;
        this.settings = settings;
        this.files = files;
        this.transfers = transfers;
        this.jdbc = jdbc;
        this.certificates = certificates;
    }

    /**
     * @throws az.dost.vahid.definition.DefinitionException with every error of the partners' files
     * @throws StartException naming the setting that is missing or wrong
     */
    void stamp(CamelContext context) {
        Map<String, Partner> partners = files.read();
        FileStore store = new FileStore(Path.of(setting("vahid.data")).resolve("transfers"), Long.parseLong(setting("vahid.transfers.max-bytes")));
        VirusScan scan = VirusScan.of(setting("vahid.transfers.virus-scan"));
        partners.values().forEach(partner -> {
            for (String type : files.sends(partner)) {
                List<String> receivers = partners.values().stream().filter(other -> other.takes(type, partner.id())).map(Partner::id).toList();
                take(context, partner, type, new TransferJourney(partner.id(), type, receivers, store, transfers, scan, certificates));
            }
            acknowledge(context, partner);
            deliver(context, partner, store);
        });
    }

    /** In a folder hidden names are looked at, so that one that leads out of it is refused; Camel's SFTP consumer passes over them. */
    private String source(Partner partner, String folder) {
        return address(partner, folder) + (partner.sftp() == null ? "&includeHiddenFiles=true" : "");
    }

    private void take(CamelContext context, Partner partner, String type, TransferJourney journey) {
        String name = partner.id() + "-" + type;
        context.getRegistry().bind("transfer-" + name, journey);
        context.getRegistry().bind("transferSelection-" + name, new FileSelection(partner.id(), type, transfers));
        String address = address(partner, "/out/" + type);
        TemplatedRouteBuilder.builder(context, "transfer-take").routeId("transfer-take-" + name).parameter("source", source(partner, "/out/" + type))
                .parameter("journey", "transfer-" + name).parameter("selection", "transferSelection-" + name)
                .parameter("signature", address + "&noop=true&idempotent=false&fileName=${file:onlyname}" + FileName.SIGNATURE)
                .parameter("every", setting("vahid.transfers.every-ms")).add();
    }

    private void acknowledge(CamelContext context, Partner partner) {
        context.getRegistry().bind("transferAcks-" + partner.id(), new Acknowledgements(partner.id(), transfers));
        TemplatedRouteBuilder.builder(context, "transfer-acks").routeId("transfer-acks-" + partner.id()).parameter("source", address(partner, "/acks"))
                .parameter("acknowledgements", "transferAcks-" + partner.id()).parameter("every", setting("vahid.transfers.every-ms")).add();
    }

    private void deliver(CamelContext context, Partner partner, FileStore store) {
        Deliveries deliveries = new Deliveries(partner.id(), jdbc, store, RetryRule.named(settings, "vahid.transfers.retry"));
        context.getRegistry().bind("transferDeliveries-" + partner.id(), deliveries);
        Gauge.builder("vahid.transfer.waiting", deliveries, Deliveries::waiting).tag("partner", partner.id())
                .description("Files, signatures and receipts that a partner has not got yet").register(meters);
        TemplatedRouteBuilder.builder(context, "transfer-write").routeId("transfer-write-" + partner.id()).parameter("partner", partner.id())
                .parameter("target", address(partner, "")).parameter("deliveries", "transferDeliveries-" + partner.id()).add();
        TemplatedRouteBuilder.builder(context, "transfer-deliver").routeId("transfer-deliver-" + partner.id()).parameter("partner", partner.id())
                .parameter("deliveries", "transferDeliveries-" + partner.id()).parameter("every", setting("vahid.transfers.every-ms")).add();
    }

    /** An address to which more parameters can be added. */
    private String address(Partner partner, String folder) {
        return partner.sftp() == null ? "file:" + Path.of(setting("vahid.transfers.folders")).resolve(partner.folder()).toAbsolutePath() + folder + "?autoCreate=true"
                : "sftp:" + partner.sftp() + folder + "?autoCreate=true" + credentials(partner).query();
    }

    private SftpCredentials credentials(Partner partner) {
        Path keys = Path.of(setting("vahid.keys"));
        return Files.exists(keys.resolve("sftp_identity")) ? SftpCredentials.identity(keys)
                : SftpCredentials.password(keys, setting("vahid.secrets.sftp." + partner.id()));
    }

    private String setting(String name) {
        String value = settings.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new StartException("Set " + name + ": the exchange of files needs it");
        }
        return value;
    }
}

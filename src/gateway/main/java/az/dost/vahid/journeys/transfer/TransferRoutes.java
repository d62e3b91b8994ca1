package az.dost.vahid.journeys.transfer;

import az.dost.vahid.folder.ForeignFolder;
import az.dost.vahid.journeys.event.RetryRule;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.proof.blob.Blobs;
import az.dost.vahid.proof.blob.WorkDisk;
import az.dost.vahid.proof.claim.LeaseKeeper;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.sources.ingest.source.SftpCredentials;
import az.dost.vahid.sources.ingest.source.SmallFiles;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.file.GenericFileFilter;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stamps for each partner a route for every type that it sends, one for its acknowledgements and one for what it gets.
 */
final class TransferRoutes {
    private final Environment settings;
    private final Partners partners;
    private final Transfers transfers;
    private final JdbcTemplate jdbc;
    private final LeaseKeeper leases;
    private final PinnedCertificates certificates;
    private final MeterRegistry meters;
    private final RowTrust trust;
    private final Blobs blobs;
    private final WorkDisk disk;

    TransferRoutes(
            Environment settings,
            Partners partners,
            Transfers transfers,
            JdbcTemplate jdbc,
            LeaseKeeper leases,
            PinnedCertificates certificates,
            MeterRegistry meters,
            RowTrust trust,
            Blobs blobs,
            WorkDisk disk) {
        this.blobs = blobs;
        this.disk = disk;
        this.trust = trust;
        this.meters = meters;
        this.settings = settings;
        this.partners = partners;
        this.transfers = transfers;
        this.jdbc = jdbc;
        this.leases = leases;
        this.certificates = certificates;
    }

    /** @throws StartException naming the setting that is missing or wrong */
    void stamp(CamelContext context) {
        FileStore store = new FileStore(disk, blobs, Long.parseLong(setting("vahid.transfers.max-bytes")));
        VirusScan scan = VirusScan.of(setting("vahid.transfers.virus-scan"));
        partners.all().forEach(partner -> {
            for (String type : partners.sends(partner)) {
                take(
                        context,
                        partner,
                        type,
                        new TransferJourney(partner.id(), type, partners, store, transfers, scan, certificates));
            }
            acknowledge(context, partner);
            deliver(context, partner);
        });
    }

    /** What is fetched beside a file: bounded, and never in memory. */
    private String signature(CamelContext context, Partner partner, String type) {
        return address(partner, "/out/" + type)
                + SmallFiles.query(
                        context,
                        Path.of(setting("vahid.data"))
                                .resolve("work/transfer-signatures")
                                .resolve(partner.id()));
    }

    private void take(CamelContext context, Partner partner, String type, TransferJourney journey) {
        String name = partner.id() + "-" + type;
        FileSelection selection = new FileSelection(partner.id(), type, partners, transfers);
        context.getRegistry().bind("transfer-" + name, journey);
        if (partner.sftp() == null) {
            context.getRegistry()
                    .bind(
                            "transferFiles-" + name,
                            new SentFiles(folder(partner, "out/" + type), "out/" + type, selection));
            TemplatedRouteBuilder.builder(context, "transfer-file")
                    .routeId("transfer-file-" + name)
                    .parameter("journey", "transfer-" + name)
                    .parameter("files", "transferFiles-" + name)
                    .add();
            TemplatedRouteBuilder.builder(context, "transfer-take-folder")
                    .routeId("transfer-take-" + name)
                    .parameter("journey", "transfer-" + name)
                    .parameter("files", "transferFiles-" + name)
                    .parameter("every", setting("vahid.transfers.every-ms"))
                    .add();
            return;
        }
        context.getRegistry().bind("transferSelection-" + name, selection);
        TemplatedRouteBuilder.builder(context, "transfer-take")
                .routeId("transfer-take-" + name)
                .parameter("source", address(partner, "/out/" + type) + "&streamDownload=true")
                .parameter("journey", "transfer-" + name)
                .parameter("selection", "transferSelection-" + name)
                .parameter(
                        "signature",
                        signature(context, partner, type) + "&noop=true&idempotent=false&fileName=${file:onlyname}"
                                + FileName.SIGNATURE)
                .parameter("every", setting("vahid.transfers.every-ms"))
                .add();
    }

    private void acknowledge(CamelContext context, Partner partner) {
        context.getRegistry().bind("transferAcks-" + partner.id(), new Acknowledgements(partner.id(), transfers));
        if (partner.sftp() == null) {
            context.getRegistry()
                    .bind(
                            "transferFolder-" + partner.id(),
                            new PartnerFolder(folder(partner, "acks"), partner.id(), partners));
            TemplatedRouteBuilder.builder(context, "transfer-acks-folder")
                    .routeId("transfer-acks-" + partner.id())
                    .parameter("folder", "transferFolder-" + partner.id())
                    .parameter("acknowledgements", "transferAcks-" + partner.id())
                    .parameter("every", setting("vahid.transfers.every-ms"))
                    .add();
            return;
        }
        GenericFileFilter<Object> known = file -> partners.known(partner.id());
        context.getRegistry().bind("transferAckFilter-" + partner.id(), known);
        TemplatedRouteBuilder.builder(context, "transfer-acks")
                .routeId("transfer-acks-" + partner.id())
                .parameter(
                        "source",
                        address(partner, "/acks") + "&download=false&filter=#transferAckFilter-" + partner.id())
                .parameter("acknowledgements", "transferAcks-" + partner.id())
                .parameter("every", setting("vahid.transfers.every-ms"))
                .add();
    }

    private void deliver(CamelContext context, Partner partner) {
        Deliveries deliveries = new Deliveries(
                partner.id(),
                partners,
                jdbc,
                leases.of("file_delivery", "sequence"),
                blobs,
                RetryRule.named(settings, "vahid.transfers.retry"),
                trust);
        context.getRegistry().bind("transferDeliveries-" + partner.id(), deliveries);
        Gauge.builder("vahid.transfer.waiting", deliveries, Deliveries::waiting)
                .tag("partner", partner.id())
                .description("Files, signatures and receipts that a partner has not got yet")
                .register(meters);
        TemplatedRouteBuilder.builder(context, "transfer-write")
                .routeId("transfer-write-" + partner.id())
                .parameter("partner", partner.id())
                .parameter(
                        "target",
                        partner.sftp() == null
                                ? "bean:transferFolder-" + partner.id() + "?method=write"
                                : address(partner, "") + "&tempPrefix=.&fileExist=Override")
                .parameter("deliveries", "transferDeliveries-" + partner.id())
                .add();
        TemplatedRouteBuilder.builder(context, "transfer-deliver")
                .routeId("transfer-deliver-" + partner.id())
                .parameter("partner", partner.id())
                .parameter("deliveries", "transferDeliveries-" + partner.id())
                .parameter("every", setting("vahid.transfers.every-ms"))
                .add();
    }

    /** The partner's folder here, with one of those in it. */
    private ForeignFolder folder(Partner partner, String made) {
        ForeignFolder folder =
                new ForeignFolder(Path.of(setting("vahid.transfers.folders")).resolve(partner.folder()));
        try {
            folder.make(made);
        } catch (IOException e) {
            throw new StartException(
                    "The folder of " + partner.id()
                            + " below vahid.transfers.folders cannot be made: it must be a folder, and no link",
                    e);
        }
        return folder;
    }

    /** On the partner's server; an address to which more parameters can be added. */
    private String address(Partner partner, String folder) {
        return "sftp:" + partner.sftp() + folder + "?autoCreate=true"
                + credentials(partner).query();
    }

    private SftpCredentials credentials(Partner partner) {
        Path keys = Path.of(setting("vahid.keys"));
        return Files.exists(keys.resolve("sftp_identity"))
                ? SftpCredentials.identity(keys)
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

package az.dost.vahid.app;

import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.command.RecordDatabaseOptions;
import az.dost.vahid.journeys.verify.ReportText;
import az.dost.vahid.proof.record.check.AnchorCheck;
import az.dost.vahid.proof.record.check.Moment;
import az.dost.vahid.proof.record.check.RecordCheck;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.MasterKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks the audit chain and all that it speaks of. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Check the record: the audit chain, and every body, root and time-stamp that it speaks of.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all holds", "1:something does not hold", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid verify record",
            "  vahid verify record --database jdbc:postgresql://... --certificate gateway.pem --from 1000"
        })
public final class VerifyRecordCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RecordDatabaseOptions record;

    @Option(
            names = "--certificate",
            paramLabel = "PEM",
            description = "The gateway's certificate, or several in one file where its key has changed;"
                    + " default: keys/gateway-dossier.pem in --data.")
    private Path certificate;

    @Option(
            names = "--time-stamps",
            paramLabel = "PEM",
            description = "The time-stamp authority's certificate; default: keys/time-stamps.pem in --data.")
    private Path timeStamps;

    @Option(
            names = "--master-key",
            paramLabel = "FILE",
            description = "Opens the bodies; default: keys/record.key in --data, without it they stay closed.")
    private Path masterKey;

    @Option(names = "--from", defaultValue = "1", description = "Number of the first entry; default: ${DEFAULT-VALUE}.")
    private long from;

    @Option(names = "--to", description = "Number of the last entry; default: all there are.")
    private Long to;

    @Option(
            names = "--anchors",
            paramLabel = "DIR",
            description = "Roots that were anchored outside the database (vahid.record.anchors): one that was"
                    + " rolled back, rewritten or cut off is found by them.")
    private Path anchors;

    @Option(
            names = "--expect-root",
            paramLabel = "FILE",
            description = "A root that somebody kept, as it was signed or in a receipt: the record must have it."
                    + " May be given several times.")
    private List<Path> expected = List.of();

    @Option(names = "--json", description = "Print what holds and what does not as JSON.")
    private boolean json;

    @Override
    public int run() {
        try (Moment moment = new Moment(new DriverManagerDataSource(record.url(spec)))) {
            return ReportText.say(
                    spec.commandLine().getOut(),
                    "The record",
                    check(moment).check(from, to == null ? Long.MAX_VALUE : to),
                    json);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "The anchors cannot be read: " + e.getMessage());
        } catch (DataAccessException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The database cannot be read: " + e.getMostSpecificCause().getMessage());
        }
    }

    private RecordCheck check(Moment moment) throws IOException {
        CryptoProvider crypto = new CryptoProvider(true);
        Path stampsFile = or(timeStamps, "time-stamps.pem");
        Path keyFile = or(masterKey, "record.key");
        GatewayProof proof = GatewayProof.of(or(certificate, "gateway-dossier.pem"));
        return new RecordCheck(
                moment.jdbc(),
                crypto,
                proof,
                Files.exists(stampsFile) || timeStamps != null ? TimeStamps.of(stampsFile) : null,
                Files.exists(keyFile) || masterKey != null ? MasterKeys.of(keyFile, crypto) : null,
                anchors(proof),
                moment::letGo);
    }

    private AnchorCheck anchors(GatewayProof proof) throws IOException {
        if (anchors == null && expected.isEmpty()) {
            return null;
        }
        AnchorCheck check = new AnchorCheck(proof);
        for (Path root : expected) {
            check.root(root);
        }
        return anchors == null ? check : check.folder(anchors);
    }

    private Path or(Path given, String name) {
        return given != null ? given : record.data().resolve("keys").resolve(name);
    }
}

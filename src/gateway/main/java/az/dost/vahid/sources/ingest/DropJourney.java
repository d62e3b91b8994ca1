package az.dost.vahid.sources.ingest;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.drop.DropName;
import az.dost.vahid.drop.DropPattern;
import az.dost.vahid.drop.DropPostponed;
import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.drop.ReceivedDrop;
import az.dost.vahid.sources.ingest.drop.DatabaseRefusal;
import az.dost.vahid.sources.ingest.drop.FolderClaim;
import az.dost.vahid.sources.ingest.snapshot.OldSnapshots;
import az.dost.vahid.sources.ingest.snapshot.OldTrees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The steps of one agency's route in {@code routes/ingest.camel.yaml}. */
public final class DropJourney {
    private static final String FETCHED = "vahid.fetched";
    private final Connector connector;
    private final DropPattern pattern;
    private final Receipt receipt;
    private final FolderClaim claim;
    private final DropLoad load;
    private final Quarantine quarantine;
    private final DropEnd end;
    private final OldTrees trees;
    private final Clock clock;

    DropJourney(
            Connector connector,
            Receipt receipt,
            FolderClaim claim,
            DropLoad load,
            Quarantine quarantine,
            DropEnd end,
            OldTrees trees,
            Clock clock) {
        this.connector = connector;
        this.pattern = new DropPattern(connector.drop());
        this.receipt = receipt;
        this.claim = claim;
        this.load = load;
        this.quarantine = quarantine;
        this.end = end;
        this.trees = trees;
        this.clock = clock;
    }

    public void receive(Exchange exchange) throws IOException {
        DropName name = pattern.read(exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class))
                .orElseThrow();
        end.start(name);
        exchange.setProperty(FETCHED, exchange.getMessage());
        try (InputStream source = exchange.getMessage().getBody(InputStream.class)) {
            if (source == null) {
                throw new DropPostponed("The file cannot be fetched");
            }
            ReceivedDrop drop = receipt.of(source, name);
            exchange.setProperty(ReceivedDrop.PROPERTY, drop);
            if (Files.size(drop.file()) > receipt.maxBytes()) {
                throw new DropRefused(
                        Reason.TOO_LONG,
                        "The file is longer than " + receipt.maxBytes() + " bytes; its beginning is kept");
            }
        }
    }

    /** Whether the agency signs in a file beside. */
    public boolean signedBeside() {
        return connector.drop().signatureSuffix() != null;
    }

    public void takeSignature(Exchange exchange) throws IOException {
        try (InputStream signature = exchange.getMessage().getBody(InputStream.class)) {
            if (signature == null) {
                throw new DropPostponed("The signature beside the file cannot be fetched");
            }
            exchange.setProperty(ReceivedDrop.PROPERTY, received(exchange).with(Receipt.signature(signature)));
        } finally {
            // By its headers an FTP consumer ends the transfer; without them every later reply would be taken for the
            // one before.
            exchange.setMessage(exchange.getProperty(FETCHED, Message.class));
        }
    }

    public void load(Exchange exchange) throws IOException {
        ReceivedDrop drop = received(exchange);
        try {
            end.done(drop.name(), load.load(claim.connection(), drop, Instant.now(clock)));
            OldSnapshots.drop(claim.connection());
            trees.drop(claim.connection());
            Receipt.forget(drop);
        } catch (SQLException e) {
            throw DatabaseRefusal.of(e);
        } finally {
            end.stop();
        }
    }

    public void quarantine(Exchange exchange) throws IOException {
        DropRefused refusal = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, DropRefused.class);
        try {
            quarantine.put(claim.connection(), received(exchange), refusal, Instant.now(clock));
        } catch (SQLException e) {
            throw DatabaseRefusal.of(e);
        } finally {
            Receipt.forget(received(exchange));
        }
        end.done(received(exchange).name(), new LoadOutcome("quarantined", 0));
    }

    /** Leaves the file where it is, to be taken up at the next look; says why once. */
    public void postpone(Exchange exchange) throws Exception {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        ReceivedDrop drop = received(exchange);
        end.postponed(drop == null ? "A file" : drop.name().name(), cause);
        if (drop != null) {
            Receipt.forget(drop);
        }
        throw cause;
    }

    private static ReceivedDrop received(Exchange exchange) {
        return exchange.getProperty(ReceivedDrop.PROPERTY, ReceivedDrop.class);
    }
}

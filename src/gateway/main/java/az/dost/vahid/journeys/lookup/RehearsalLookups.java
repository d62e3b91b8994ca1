package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.sources.agency.call.DropRows;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.trace.Span;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;

/**
 * Lookups that a gateway makes of itself, see {@code direct:rehearsal}: whatever they come to, nobody is asked for it
 * and nobody keeps it.
 */
public final class RehearsalLookups {
    /** Exchange property: what the agencies say, a list of {@link SourceAnswer}. */
    public static final String SAID = "vahid.rehearsal.said";

    /** Exchange property, once it is signed: the dossier that they come to, JSON as bytes. */
    public static final String CONTENT = "vahid.rehearsal.content";

    private static final String REHEARSAL = "rehearsal";
    /** Of no person. */
    private static final String FIN = "0000000";

    private static final int DEADLINE_MS = 20_000;
    private static final Requester NOBODY = new Requester(
            REHEARSAL, REHEARSAL, null, null, null, null, false, null, false, null, null, null, null, null, null, null,
            null, null);
    private final PassportCatalogue passports;
    private final Catalogue connectors;
    private final Dossiers dossiers;
    private final RequestReader reader;
    private final PersonHash persons;

    RehearsalLookups(
            PassportCatalogue passports,
            Catalogue connectors,
            Dossiers dossiers,
            RequestReader reader,
            PersonHash persons) {
        this.reader = reader;
        this.persons = persons;
        this.passports = passports;
        this.connectors = connectors;
        this.dossiers = dossiers;
    }

    /**
     * A lookup of the service that needs most, whose plan has everybody and asks nobody. What lies in the database is
     * read.
     */
    @SuppressWarnings("unchecked")
    public Lookup.Planned plan(Exchange exchange) {
        Passport passport = passports.all().stream()
                .max(Comparator.comparingInt((Passport one) -> one.facts().size()))
                .orElseThrow();
        Lookup asked = Lookup.background(NOBODY, request(passport.code()), System.nanoTime());
        Lookup.New begun =
                new Lookup.New(asked, null, null, new Lookup.Known(null, exchange.getProperty(SAID, List.class)));
        Lookup.Judged judged =
                new Lookup.Judged(new Lookup.Granted(begun, passport, passport.facts()), persons.of(FIN), 0);
        Lookup.Planned lookup = new Lookup.Planned(
                judged, Span.getInvalid(), connectors.sourcesOf(new HashSet<>(judged.facts)), Set.of());
        exchange.setProperty(Lookup.PROPERTY, lookup);
        exchange.setProperty("vahid.question", lookup.question);
        exchange.setProperty("vahid.plan", List.of());
        exchange.setProperty(
                DropRows.AGENCIES,
                lookup.plan.stream()
                        .filter(source -> source.protocol() == Connector.Protocol.FILE)
                        .map(Connector::id)
                        .toList());
        return lookup;
    }

    /** Read as if somebody had sent it. */
    private LookupRequest request(String service) {
        ObjectNode request = new LookupRequest(FIN, service, REHEARSAL, REHEARSAL, List.of(), DEADLINE_MS).terms();
        request.putObject("subject").put("fin", FIN);
        return reader.read(request.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** In both signatures that there are. */
    public void sign(Exchange exchange, Lookup.Assembled lookup) {
        for (Form form : List.of(Form.JSON, Form.XML)) {
            exchange.setProperty(CONTENT, dossiers.signed(lookup, form).content());
        }
    }
}

package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.stream.Stream;

/** The migration service's answer as its old toolkit writes it: one flat bean, nil where it has nothing. */
final class PermitBean {
    static final String NAMESPACE = "urn:MigrationService";
    private static final BakuTime TIME = BakuTime.as("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final BakuTime DAY = BakuTime.as("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final CodeList KINDS = new CodeList(Map.of("TEMPORARY", "1", "PERMANENT", "2"));
    /** ISO 3166-1 alpha-3 to numeric. */
    private static final CodeList COUNTRIES =
            new CodeList(Map.of("TUR", "792", "GEO", "268", "RUS", "643", "IRN", "364"));

    static XmlReply of(Entry entry, String requestId, ZonedDateTime now) {
        Facts.ResidencePermit permit = entry.fact("residencePermit");
        XmlReply reply = XmlReply.unqualified(NAMESPACE, "ns1", "icazeSorgulaResponse");
        XmlReply bean = reply.add("icazeSorgulaReturn")
                .add("cavabKodu", permit == null ? 7 : 0)
                .add("cavabVaxti", TIME.write(now))
                .add("fin", entry.fin())
                .add("sorguNomresi", requestId);
        if (permit == null) {
            Stream.of("icazeNomresi", "icazeNovu", "vetendasliq", "baslama", "bitme")
                    .forEach(bean::addNil);
            return reply;
        }
        bean.add("icazeNomresi", permit.permitNumber())
                .add("icazeNovu", KINDS.of(permit.kind()))
                .add("vetendasliq", COUNTRIES.of(permit.citizenship()))
                .add("baslama", DAY.write(permit.from()));
        if (permit.until() == null) {
            bean.addNil("bitme");
        } else {
            bean.add("bitme", DAY.write(permit.until()));
        }
        return reply;
    }

    private PermitBean() {}
}

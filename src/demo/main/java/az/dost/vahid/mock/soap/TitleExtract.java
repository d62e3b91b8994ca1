package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * The property service's answer: every right in one person's name, leases and mortgages among them, shares never
 * reduced.
 */
final class TitleExtract {
    static final String NAMESPACE = "urn:az:emlak:reyestr:cixaris";
    private static final BakuTime CLOCK = BakuTime.as("HH:mm:ss");
    /** Title deeds divide a whole into as many parts as the first sale had. */
    private static final int PARTS = 3;

    private static final CodeList RIGHTS = new CodeList(Map.of("OWNERSHIP", "10", "LEASE", "20", "MORTGAGE", "30"));
    private static final CodeList KINDS =
            new CodeList(Map.of("FLAT", "110", "HOUSE", "120", "LAND", "210", "COMMERCIAL", "310"));

    static XmlReply of(Entry entry, ZonedDateTime now) {
        List<Facts.Property> rights = entry.known() ? entry.fact("property") : List.of();
        XmlReply reply = XmlReply.qualified(NAMESPACE, "em", "Cixaris").add("huquqSahibi", entry.fin());
        day(reply.add("tertib"), now.toLocalDate()).with("saat", CLOCK.write(now));
        reply.add("say", rights.size());
        rights.forEach(right -> add(reply, right));
        return reply;
    }

    private static void add(XmlReply reply, Facts.Property right) {
        XmlReply row = reply.add("huquq")
                .add("reyestrNo", right.registryNumber())
                .add("huquqKodu", RIGHTS.of(right.right()))
                .add("emlakKodu", KINDS.of(right.kind()))
                .add("pay", unreduced(right.share()))
                .add("sahe", right.areaSqm().replace('.', ','))
                .add("unvan", right.address());
        day(row.add("qeydiyyat"), right.registeredOn());
    }

    private static String unreduced(String share) {
        String[] parts = share.split("/");
        return Integer.parseInt(parts[0]) * PARTS + "/" + Integer.parseInt(parts[1]) * PARTS;
    }

    private static XmlReply day(XmlReply element, LocalDate day) {
        return element.with("gun", day.getDayOfMonth())
                .with("ay", day.getMonthValue())
                .with("il", day.getYear());
    }

    private TitleExtract() {}
}

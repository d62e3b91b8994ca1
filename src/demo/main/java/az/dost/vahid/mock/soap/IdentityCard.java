package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** The identity register's answer: the card and the registered address, names in capitals as the card has them. */
final class IdentityCard {
    static final String NAMESPACE = "urn:az:din:sexsiyyet:2";
    private static final Locale AZERBAIJANI = Locale.forLanguageTag("az");
    private static final BakuTime TIME = BakuTime.as("dd.MM.yyyy HH:mm:ss");
    private static final BakuTime DAY = BakuTime.as("dd.MM.yyyy");
    private static final CodeList SEXES = new CodeList(Map.of("MALE", "K", "FEMALE", "Q"));
    private static final CodeList STATES = new CodeList(
            Map.of("AZE", "AZƏRBAYCAN", "TUR", "TÜRKİYƏ", "GEO", "GÜRCÜSTAN", "RUS", "RUSİYA", "IRN", "İRAN"));
    private static final int SERIES = 2;
    private static final int LINE = 76;

    static XmlReply of(Entry entry, ZonedDateTime now) {
        XmlReply reply = XmlReply.qualified(NAMESPACE, "sv", "VesiqeCavabi")
                .add("cavabVaxti", TIME.write(now))
                .add("fin", entry.fin())
                .add("netice", entry.known() ? 1 : 0);
        if (entry.known()) {
            person(reply.add("sexs"), entry.fact("identity"), entry.fact("address"));
        }
        return reply;
    }

    private static void person(XmlReply person, Facts.Identity identity, Facts.Address address) {
        person.add("soyad", capitals(identity.surname()))
                .add("ad", capitals(identity.givenName()))
                .add("ataAdi", capitals(identity.patronymic()))
                .add("cins", SEXES.of(identity.sex()));
        person.add("dogum").add("tarix", DAY.write(identity.birthDate())).add("yer", identity.birthPlace());
        person.add("vetendasliq", STATES.of(identity.citizenship()));
        person.add("vesiqe")
                .with("seriya", identity.documentNumber().substring(0, SERIES))
                .with("nomre", identity.documentNumber().substring(SERIES))
                .add("verilib", DAY.write(identity.documentIssued()))
                .add("etibarlidir", DAY.write(identity.documentExpires()))
                .add("sekil", lines(identity.photo()));
        if (address != null) {
            person.add("qeydiyyat")
                    .with("tarix", DAY.write(address.registeredSince()))
                    .add("rayon", address.region())
                    .add("seher", address.city())
                    .add("kuce", address.street())
                    .add("bina", address.building())
                    .add("menzil", address.apartment() == null ? "" : address.apartment())
                    .add("indeks", address.postalCode());
        }
    }

    private static String capitals(String name) {
        return name.toUpperCase(AZERBAIJANI);
    }

    private static String lines(String base64) {
        return Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(Base64.getDecoder().decode(base64));
    }

    private IdentityCard() {}
}

package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The mobilisation service's answer: a citizen's personal sheet, in the alphabet in which it was opened. */
final class MilitarySheet {
    static final String NAMESPACE = "urn:az:seferberlik:herbi-ucot:1";
    private static final BakuTime TIME = BakuTime.as("dd/MM/yyyy HH:mm:ss");
    private static final BakuTime DAY = BakuTime.as("dd/MM/yyyy");
    private static final CodeList STATES =
            new CodeList(Map.of("REGISTERED", "1", "SERVED", "2", "DEFERRED", "3", "EXEMPT", "4"));
    private static final CodeList FITNESS =
            new CodeList(Map.of("Yararlı", "Y", "Məhdud yararlı", "MY", "Yararsız", "YS"));
    private static final CodeList TITLES =
            new CodeList(Map.of("WAR_VETERAN", "MV", "MILITARY_VETERAN", "SQV", "PATRIOTIC_WAR_HERO", "VMQ"));
    private static final CodeList RELATIONS =
            new CodeList(Map.of("WIDOW", "dul arvad", "CHILD", "övlad", "PARENT", "valideyn"));

    static XmlReply of(Entry entry, ZonedDateTime now) {
        XmlReply reply = XmlReply.qualified(NAMESPACE, "", "UcotCavabi");
        reply.add("vetendas").with("fin", entry.fin());
        reply.add("verilmeVaxti", TIME.write(now));
        if (entry.known()) {
            sheet(
                    reply,
                    entry.fact("identity"),
                    entry.fact("conscription"),
                    entry.fact("veteranStatus"),
                    entry.fact("martyrStatus"));
        }
        return reply;
    }

    private static void sheet(
            XmlReply reply,
            Facts.Names names,
            Facts.Conscription conscription,
            Facts.VeteranStatus veteran,
            Facts.MartyrRelation martyr) {
        boolean old = old(
                conscription == null ? null : conscription.registeredOn(),
                veteran == null ? null : veteran.grantedOn());
        UnaryOperator<String> alphabet = old ? OldScript::write : UnaryOperator.identity();
        XmlReply sheet = reply.add("sexsiVereqe")
                .with("elifba", old ? "K" : "L")
                .add("soyad", alphabet.apply(names.surname()))
                .add("ad", alphabet.apply(names.givenName()))
                .add("ataAdi", alphabet.apply(names.patronymic()));
        if (conscription != null) {
            sheet.add("cagiris")
                    .add("hal", STATES.of(conscription.status()))
                    .add("yararliliq", FITNESS.of(conscription.category()))
                    .add("komissarliq", alphabet.apply(conscription.commissariat()))
                    .add("ucotaAlinib", DAY.write(conscription.registeredOn()));
        }
        if (veteran != null) {
            sheet.add("veteran")
                    .add("ad", TITLES.of(veteran.kind()))
                    .add("vesiqeNo", veteran.cardNumber())
                    .add("verilib", DAY.write(veteran.grantedOn()));
        }
        if (martyr != null) {
            XmlReply family = sheet.add("sehidAilesi");
            family.add("sehid").with("fin", martyr.martyrFin());
            family.add("qohumluq", RELATIONS.of(martyr.relation()));
        }
    }

    /** The sheet was opened on the earliest day that it tells of. */
    private static boolean old(LocalDate... days) {
        return Stream.of(days).anyMatch(day -> day != null && day.isBefore(OldScript.ENDED));
    }

    private MilitarySheet() {}

    /** Azerbaijani in the Cyrillic alphabet, as paperwork had it until it changed to Latin. */
    static final class OldScript {
        /** The day on which paperwork changed to the Latin alphabet, by decree of 18 June 2001. */
        static final LocalDate ENDED = LocalDate.of(2001, 8, 1);

        private static final String LATIN = "AaBbCcÇçDdEeƏəFfGgĞğHhXxIıİiJjKkQqLlMmNnOoÖöPpRrSsŞşTtUuÜüVvYyZz";
        private static final String CYRILLIC = "АаБбҸҹЧчДдЕеӘәФфҜҝҒғҺһХхЫыИиЖжКкГгЛлМмНнОоӨөПпРрСсШшТтУуҮүВвЈјЗз";

        static String write(String latin) {
            StringBuilder cyrillic = new StringBuilder(latin.length());
            for (char letter : latin.toCharArray()) {
                int at = LATIN.indexOf(letter);
                cyrillic.append(at < 0 ? letter : CYRILLIC.charAt(at));
            }
            return cyrillic.toString();
        }

        private OldScript() {}
    }
}

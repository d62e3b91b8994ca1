package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The civil status register's answer: the acts from which a person's status, family and death can be told. */
final class ActExtract {
    static final String NAMESPACE = "urn:az:edliyye:vvaq:aktlar";
    private static final BakuTime TIME = BakuTime.as("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final CodeList PARENTS = new CodeList(Map.of("FATHER", "ATA", "MOTHER", "ANA"));
    private final List<Act> acts = new ArrayList<>();

    static XmlReply of(Entry entry, String requestId, ZonedDateTime now) {
        XmlReply reply = XmlReply.qualified(NAMESPACE, "", "AktAxtarNetice")
                .with("fin", entry.fin())
                .with("sorguNo", requestId)
                .with("vaxt", TIME.write(now))
                .with("qeyd", entry.known() ? "VAR" : "YOXDUR");
        if (entry.known()) {
            Facts.Names names = entry.fact("identity");
            reply.add("sexs")
                    .add("ad", names.givenName())
                    .add("ataAdi", names.patronymic())
                    .add("soyad", names.surname());
            List<Act> acts = acts(entry.fact("civilStatus"), entry.fact("family"), entry.fact("death"));
            XmlReply list = reply.add("aktlar").with("say", acts.size());
            acts.forEach(act -> act.write(list));
        }
        return reply;
    }

    /** The oldest event first; the person's own birth, whose day is not told, before all. */
    private static List<Act> acts(Facts.CivilStatus status, Facts.Family family, Facts.Death death) {
        ActExtract extract = new ActExtract();
        if (family != null) {
            extract.births(family);
        }
        extract.marriage(status);
        if (death != null) {
            extract.add("ÖLÜM", "ÖZÜ", death.date(), death.actNumber());
        }
        extract.acts.sort(Comparator.comparing(Act::on, Comparator.nullsFirst(Comparator.naturalOrder())));
        return extract.acts;
    }

    private void births(Facts.Family family) {
        if (!family.parents().isEmpty()) {
            acts.add(new Act(
                    "DOĞUM",
                    "ÖZÜ",
                    null,
                    family.birthActNumber(),
                    family.parents().stream()
                            .map(parent -> new Act.Party(PARENTS.of(parent.role()), parent.fin()))
                            .toList()));
        }
        family.children().forEach(child -> {
            Act.Party party = new Act.Party("UŞAQ", child.fin());
            add("DOĞUM", "ÖVLADI", child.birthDate(), child.birthActNumber(), party);
            if (child.diedOn() != null) {
                add("ÖLÜM", "ÖVLADI", child.diedOn(), child.deathActNumber(), party);
            }
        });
    }

    private void marriage(Facts.CivilStatus status) {
        switch (status.status()) {
            case "MARRIED" ->
                add("NİKAH", "ÖZÜ", status.since(), status.actNumber(), new Act.Party("ƏR-ARVAD", status.spouseFin()));
            case "DIVORCED" -> add("NİKAHIN POZULMASI", "ÖZÜ", status.since(), status.actNumber());
            case "WIDOWED" -> add("ÖLÜM", "ƏR-ARVADI", status.since(), status.actNumber());
            default -> {}
        }
    }

    private void add(String kind, String about, LocalDate on, String number, Act.Party... parties) {
        acts.add(new Act(kind, about, on, number, List.of(parties)));
    }

    private ActExtract() {}

    /**
     * One act of civil status as seen from one person.
     *
     * @param kind birth, marriage, divorce or death, in the register's words
     * @param about whom the act is about, seen from the person
     * @param on day of the event, null where the register does not give it out
     * @param number null where the register does not give it out
     * @param parties the other people in the act
     */
    private record Act(String kind, String about, LocalDate on, String number, List<Party> parties) {
        private static final BakuTime DAY = BakuTime.as("dd-MM-yyyy");

        /** Role as the register words it. */
        record Party(String role, String fin) {}

        void write(XmlReply list) {
            XmlReply act = list.add("akt").with("nov", kind);
            if (number != null) {
                act.with("nomre", number);
            }
            act.add("kiminHaqqinda", about);
            if (on != null) {
                act.add("hadiseTarixi", DAY.write(on));
            }
            if (!parties.isEmpty()) {
                XmlReply others = act.add("terefler");
                parties.forEach(
                        party -> others.add("teref").with("kim", party.role()).add("fin", party.fin()));
            }
        }
    }
}

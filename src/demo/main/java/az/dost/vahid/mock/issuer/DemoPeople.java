package az.dost.vahid.mock.issuer;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.signature.key.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The people of the demonstration, one for each role, and two auditors, as one releases what the other asks for; what
 * they may do stands in the requesters' files of {@code demo/requesters}.
 */
final class DemoPeople {
    private static final int PSEUDONYM = 12;
    static final List<DemoPerson> ALL = List.of(
            DemoPerson.official("a.mammadova", "Aytən Məmmədova", "CLERK", "dost-centre-1"),
            DemoPerson.official("e.guliyev", "Elçin Quliyev", "CLERK", "dost-centre-2"),
            DemoPerson.official("l.huseynova", "Lalə Hüseynova", "HOT_LINE", "hot-line"),
            DemoPerson.official("k.aliyev", "Kamran Əliyev", "CENTRE_MANAGER", "dost-centre-1"),
            DemoPerson.official("r.ismayilov", "Rəşad İsmayılov", "OPERATOR", "operations"),
            DemoPerson.official("s.karimova", "Səbinə Kərimova", "OPERATOR_READ", "operations"),
            DemoPerson.official("z.rzayeva", "Zəhra Rzayeva", "AUDITOR", "audit"),
            DemoPerson.official("n.hasanli", "Nihad Həsənli", "AUDITOR", "audit"),
            DemoPerson.official("t.babayev", "Tural Babayev", "AUDITOR_READ", "audit"),
            DemoPerson.official("g.ahmadova", "Günay Əhmədova", "ANALYST", "ministry"),
            DemoPerson.official("m.orujova", "Mehriban Orucova", "DATA_STEWARD", "pensions"),
            DemoPerson.official("o.safarov", "Orxan Səfərov", "INTEGRATOR", "partner"),
            DemoPerson.citizen("martyrs-widow", "Şəhidin həyat yoldaşı", Personas.MARTYRS_WIDOW.fin()));

    /** Citizens who said their FIN, by what tokens call them. */
    private static final Map<String, DemoPerson> SAID = new ConcurrentHashMap<>();
    /** Beyond so many all are forgotten, and log in again. */
    private static final int MOST_SAID = 1_000;

    static Optional<DemoPerson> named(String login) {
        return ALL.stream()
                .filter(person -> person.login().equals(login))
                .findFirst()
                .or(() -> Optional.ofNullable(SAID.get(login)));
    }

    /** Whom somebody chose, or who he says that he is: any citizen, by the FIN. */
    static Optional<DemoPerson> chosen(String said) {
        if (!Fin.matches(said)) {
            return named(said);
        }
        if (SAID.size() >= MOST_SAID) {
            SAID.clear();
        }
        String pseudonym = "citizen-" + Sha256.hex(said).substring(0, PSEUDONYM);
        return Optional.of(SAID.computeIfAbsent(pseudonym, login -> DemoPerson.citizen(login, "Vətəndaş", said)));
    }

    private DemoPeople() {}
}

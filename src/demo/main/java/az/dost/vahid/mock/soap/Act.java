package az.dost.vahid.mock.soap;

import java.time.LocalDate;
import java.util.List;

/**
 * One act of civil status as seen from one person.
 *
 * @param kind birth, marriage, divorce or death, in the register's words
 * @param about whom the act is about, seen from the person
 * @param on day of the event, null where the register does not give it out
 * @param number null where the register does not give it out
 * @param parties the other people in the act
 */
record Act(String kind, String about, LocalDate on, String number, List<Party> parties) {
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

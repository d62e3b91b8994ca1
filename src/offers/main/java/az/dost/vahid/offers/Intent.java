package az.dost.vahid.offers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/**
 * That a right of somebody is to be looked at, because of an event, or because whoever awards orders it.
 *
 * @param event its id; that of the order where there is none
 * @param right its code; blank where somebody died, and all that is offered to the person is withdrawn
 * @param person keyed hash of whose right it is
 * @param about keyed hash of the event's person
 * @param content the person's number and the event's data: personal data
 */
record Intent(UUID id, UUID event, String right, String person, String about, ObjectNode content) {
    private static final String FIN = "fin";
    private static final String DATA = "data";
    private static final String DOSSIER_ABOUT = "dossierAbout";

    /** Where an intent is. */
    enum State {
        /** To be looked at, now or later: when something was not known, or on a birthday. */
        WAITING,
        /** There was a right, and an offer was made. */
        OFFERED,
        /** There is a right, and it is offered already. */
        KNOWN,
        NOT_ENTITLED,
        /** Something was not known, as often as it was asked for. */
        UNDECIDED,
        /** The lookup was not granted, or the person is protected. */
        REFUSED,
        /** The event came too late. */
        LATE,
        /** All offers of one who died were withdrawn, or the person died before the time came. */
        WITHDRAWN,
        /** Kin of the event's person were found, and each is looked at. */
        KIN_FOUND,
        /** It could not be done. */
        FAILED
    }

    static ObjectNode content(ObjectNode data, String fin) {
        ObjectNode content = data.objectNode().put(FIN, fin);
        content.set(DATA, data);
        return content;
    }

    /** @param about dossier of the event's person, on which the right stands too */
    static ObjectNode content(ObjectNode data, String fin, UUID about) {
        return content(data, fin).put(DOSSIER_ABOUT, about.toString());
    }

    /** Dossier of the event's person, where whoever it is has the right by that too. */
    Optional<UUID> dossierAbout() {
        return Optional.ofNullable(content.path(DOSSIER_ABOUT).textValue()).map(UUID::fromString);
    }

    String fin() {
        return content.path(FIN).textValue();
    }

    ObjectNode data() {
        return (ObjectNode) content.path(DATA);
    }

    /** Whether it is about the event's person: of kin's rights, nobody's own. */
    boolean ofTheEvent() {
        return person.equals(about);
    }

    boolean death() {
        return right.isEmpty();
    }

    @Override
    public String toString() {
        return "Intent " + id;
    }
}

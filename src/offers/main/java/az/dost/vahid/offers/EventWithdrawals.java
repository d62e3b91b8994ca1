package az.dost.vahid.offers;

import az.dost.vahid.proof.record.ActRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What becomes of intents whose event its publisher takes back: it did not happen. */
final class EventWithdrawals {
    /** Of a publisher, a name and a person. */
    private static final String EVENT = "(select id from event where publisher = ? and name = ? and citizen = ?)";

    private static final String WITHDRAW =
            "update right_intent set state = 'WITHDRAWN', code = 'EVENT_WITHDRAWN' where right_code <> '' and event = "
                    + EVENT;
    private static final String NO_DEATH = "delete from right_intent where right_code = '' and event = " + EVENT;
    /** What a death ended, unless another event tells of it too. */
    private static final String ALIVE = Intents.AGAIN
            + " where i.person = ? and i.right_code <> '' and i.code is distinct from 'EVENT_WITHDRAWN' and (i.state = 'WITHDRAWN'"
            + " or exists (select 1 from right_offer o where o.intent = i.id and o.state = 'WITHDRAWN' and o.reason = 'DEATH'))"
            + " and not exists (select 1 from right_intent d where d.person = i.person and d.right_code = '')";

    private static final String KNOWN =
            Intents.AGAIN + " where i.state = 'KNOWN' and i.person = ? and i.right_code = ? and i.about = ?";
    private final long undecidedForMs;

    EventWithdrawals(OfferSettings settings) {
        this.undecidedForMs = settings.undecidedFor().toMillis();
    }

    /**
     * To be kept in the transaction of the event that tells of it: what the withdrawn one may have brought about is not
     * looked at, and ends; one who did not die is looked at again.
     *
     * @param publisher whose the event is
     * @param name its id there
     * @param person keyed hash of its person
     */
    ActRecord.Change of(String publisher, String name, String person) {
        return connection -> {
            update(connection, WITHDRAW, publisher, name, person);
            if (update(connection, NO_DEATH, publisher, name, person) > 0) {
                update(connection, ALIVE, undecidedForMs, person);
            }
            return true;
        };
    }

    /** To be kept with the withdrawal of an offer: those are looked at anew to whom it was known by other events. */
    ActRecord.Change anew(Offer withdrawn) {
        return connection -> {
            update(connection, KNOWN, undecidedForMs, withdrawn.person(), withdrawn.right(), withdrawn.about());
            return true;
        };
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }
}

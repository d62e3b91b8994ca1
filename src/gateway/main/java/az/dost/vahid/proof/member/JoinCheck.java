package az.dost.vahid.proof.member;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.proof.claim.TransactionLock;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether a gateway may join those of its database. One that may not starts nothing, and says why in one line. */
final class JoinCheck {
    /** Of two gateways with different keys that begin on a new database, one is the first. */
    private static final long LOCK = 0x6D656D626572L;

    private final JdbcTemplate jdbc;
    private final KeyPrints keys;
    private final Clock clock;

    JoinCheck(JdbcTemplate jdbc, KeyPrints keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Changes nothing, and comes before the tables are.
     *
     * @param newest migration that this version has
     * @throws StartException when it may not join
     */
    void look(int newest) {
        ClockGap.of(
                        clock,
                        () -> jdbc.queryForObject("select clock_timestamp()", java.sql.Timestamp.class)
                                .toInstant())
                .ifPresent(gap -> {
                    throw StartException.notYet(gap);
                });
        if (jdbc.queryForObject("select to_regclass('member_rule') is not null", Boolean.class)) {
            jdbc.query("select oldest_allowed from member_rule", row -> {
                older(newest, row.getInt(1)).ifPresent(why -> {
                    throw new StartException(why);
                });
            });
            keys();
        }
    }

    /**
     * Why a version may not be among the gateways of a database; empty when it may.
     *
     * @param newest migration that it knows
     * @param oldestAllowed that it must know
     */
    static Optional<String> older(int newest, int oldestAllowed) {
        return oldestAllowed <= newest
                ? Optional.empty()
                : Optional.of("This version knows the database's tables up to V" + newest
                        + ", and its gateways must know V" + oldestAllowed + ": start a newer version");
    }

    /**
     * Once the tables are there: the keys of this gateway are those of the database from now on. @throws StartException
     * when they may not be
     */
    void join(TransactionTemplate transaction) {
        transaction.executeWithoutResult(status -> {
            TransactionLock.take(jdbc, LOCK);
            keys();
            for (String[] key : List.of(
                    new String[] {KeyPrints.PERSON, keys.person()},
                    new String[] {KeyPrints.RECORD, keys.record().get(0)})) {
                jdbc.update(
                        "insert into member_key (kind, fingerprint) values (?, ?) on conflict do nothing",
                        key[0],
                        key[1]);
            }
        });
    }

    private void keys() {
        List<String> persons = known(KeyPrints.PERSON);
        if (!persons.isEmpty() && !persons.contains(keys.person())) {
            throw new StartException(
                    "The key vahid.person-key is another one than that of this database's gateways, by which nobody would find a citizen's"
                            + " entries: put the right one back");
        }
        List<String> records = known(KeyPrints.RECORD);
        if (!records.isEmpty() && keys.record().stream().noneMatch(records::contains)) {
            throw new StartException(
                    "The key vahid.record.master-key is none of those of this database's gateways: put the right one back");
        }
        jdbc.query("select name, keys::text from member where lease_until > now()", row -> {
            beside(row.getString(1), MemberRows.texts(row.getString(2)));
        });
    }

    private List<String> known(String kind) {
        return jdbc.queryForList("select fingerprint from member_key where kind = ?", String.class, kind);
    }

    /** Each must open what the other encrypts. */
    private void beside(String name, Map<String, String> living) {
        List<String> theirs =
                Arrays.asList(living.getOrDefault(KeyPrints.RECORD, "").split(" "));
        if (!keys.record().contains(theirs.get(0)) && !theirs.get(0).isEmpty()) {
            throw StartException.notYet(
                    "The gateway " + name
                            + " encrypts with a key that is not in this one's vahid.record.master-key: add it there, on the first line");
        }
        if (!theirs.get(0).isEmpty() && !theirs.contains(keys.record().get(0))) {
            throw StartException.notYet("The gateway " + name
                    + " does not have the key on the first line of this one's vahid.record.master-key: give it to all"
                    + " gateways first, on the line after the old one");
        }
    }
}

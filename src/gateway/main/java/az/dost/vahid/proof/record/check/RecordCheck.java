package az.dost.vahid.proof.record.check;

import az.dost.vahid.proof.record.Digests;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.DataKeys;
import az.dost.vahid.proof.record.body.DayJdbc;
import az.dost.vahid.proof.record.body.Dictionaries;
import az.dost.vahid.proof.trust.RowKey;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.MasterKeys;
import az.dost.vahid.signature.key.RowSeals;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Checks the record in a database with certificates alone: is everything there, as it was, in the order in which it
 * was?
 */
public final class RecordCheck {
    private final JdbcTemplate jdbc;
    private final Digests digests;
    private final GatewayProof proof;
    private final TimeStamps stamps;
    private final DataKeys keys;
    private final AnchorCheck anchors;
    private final MasterKeys masterKeys;
    private final Runnable letGo;

    /**
     * @param stamps null when the time-stamp authority's certificate is not at hand
     * @param masterKeys null when it is not at hand: then bodies stay closed
     * @param anchors null when none are at hand
     * @param letGo gives back what was locked by reading
     */
    public RecordCheck(
            JdbcTemplate jdbc,
            CryptoProvider crypto,
            GatewayProof proof,
            TimeStamps stamps,
            MasterKeys masterKeys,
            AnchorCheck anchors,
            Runnable letGo) {
        this.jdbc = new DayJdbc(jdbc.getDataSource());
        this.letGo = letGo;
        this.digests = new Digests(crypto);
        this.proof = proof;
        this.stamps = stamps;
        this.anchors = anchors;
        this.masterKeys = masterKeys;
        this.keys = masterKeys == null ? null : new DataKeys(jdbc, masterKeys, crypto);
    }

    /**
     * 1. read what may be gone; 2. follow the chain, a page at a time, compare what its entries speak of, and the roots
     * over them; 3. look for rows without an entry. Nothing grows with the chain's length.
     *
     * @param from number of the first entry, from 1
     * @param to number of the last one; {@link Long#MAX_VALUE} for all there are
     */
    public Report check(long from, long to) {
        Report report = new Report();
        Expiry expiry = new Expiry();
        ChainPages pages = new ChainPages(jdbc.getDataSource(), letGo);
        pages.each("'RETENTION'", 0, Long.MAX_VALUE, expiry::add);
        Bodies opened = keys == null ? null : new Bodies(keys, new Dictionaries(jdbc, keys, Clock.systemUTC()));
        RowSeals seals = seals(report);
        BodyCheck bodies = new BodyCheck(jdbc, digests, opened, proof, expiry, report);
        CorrectionCheck corrections = new CorrectionCheck(jdbc, digests, opened, expiry, report, seals);
        RootStamps stamped = new RootStamps(jdbc, digests, stamps, report, InstantSource.system());
        RestoreCheck restores = new RestoreCheck(report);
        EntryCheck entries = new EntryCheck(bodies, corrections, stamped, restores, report);
        RootCheck roots = new RootCheck(jdbc, digests, proof, stamped, anchors, restores, report);
        ChainCheck chain = new ChainCheck(digests, report, from, seals);
        long dossiers = 0;
        for (var page = pages.next(from, to);
                !page.isEmpty();
                page = chain.end() == to ? List.of() : pages.next(chain.end() + 1, to)) {
            dossiers += entries.check(page.stream().filter(chain::next).toList());
            roots.follow(chain);
            letGo.run();
        }
        pages.each("'STAMP'", 0, from - 1, entries::outside);
        if (to == Long.MAX_VALUE) {
            end(chain, report);
            if (from == 1) {
                corrections.strangers();
            }
        } else {
            pages.each("'FORM', 'STAMP'", to + 1, Long.MAX_VALUE, entries::outside);
        }
        bodies.end();
        new StrangeRows(jdbc, letGo, report).look();
        keys(report);
        roots.end(chain, to == Long.MAX_VALUE);
        stamped.end();
        if (chain.end() > 0) {
            report.holds("Followed the chain from entry " + from + " to " + chain.end() + ", " + dossiers
                    + " dossiers among them"
                    + (keys == null ? "; without the master key their bodies stayed closed." : "."));
        }
        return report;
    }

    /** Null when their key is not at hand. */
    private RowSeals seals(Report report) {
        try {
            if (masterKeys == null) {
                report.noted(
                        "Seals were not checked, nor whether bodies are what was answered: both want the master key"
                                + " (--master-key). Whoever can write to the database could have put entries at the end of the"
                                + " chain, and this check alone would not find them.");
                return null;
            }
            return RowKey.find(jdbc, masterKeys).orElse(null);
        } catch (ChangedException e) {
            report.wrong("The key of the seals, in the table row_key, was changed, or is of another master key.");
            return null;
        }
    }

    private void end(ChainCheck chain, Report report) {
        jdbc.query("select sequence, link from audit_head", row -> {
            if (row.getLong(1) != chain.end()) {
                report.wrong("The chain should end at entry " + row.getLong(1) + ", the last one there is is "
                        + chain.end() + ".");
            } else if (!Arrays.equals(row.getBytes(2), chain.link())) {
                report.wrong("The chain's end is not the link of entry " + chain.end() + ".");
            }
        });
    }

    /** Keys that do not open. */
    private void keys(Report report) {
        if (keys != null) {
            jdbc.query("select day, data_class from data_key where wrapped is not null", row -> {
                key(row.getString(1), row.getString(2), report);
            });
        }
    }

    private void key(String day, String dataClass, Report report) {
        try {
            keys.find(LocalDate.parse(day), DataClass.of(dataClass));
        } catch (ChangedException | IllegalArgumentException | DataAccessException e) {
            report.wrong(
                    "The key of " + day + " for the class " + dataClass + " was changed, or is of another master key.");
        }
    }
}

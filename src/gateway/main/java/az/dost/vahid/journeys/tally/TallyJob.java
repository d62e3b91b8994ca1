package az.dost.vahid.journeys.tally;

import az.dost.vahid.passport.Passport;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns the chain's new entries into figures, some hundred in one transaction with the cursor: whoever is killed in the
 * middle loses nothing, and whoever does it at the same time waits. Nothing is done at the time of a lookup.
 */
public final class TallyJob {
    /** In one turn; the next one goes on. */
    private static final int MOST_STEPS = 400;

    private final TransactionTemplate transaction;
    private final Cursor cursor;
    private final Chain chain;
    private final RulesTable rules;
    private final Counting counting;
    private final CaseRows cases;
    private final InVainRows inVain;
    private final Supplier<Collection<Passport>> passports;

    /** @param passports as they are when it counts */
    TallyJob(TallyTables tables, Supplier<Collection<Passport>> passports) {
        this.transaction = tables.transaction();
        this.cursor = tables.cursor();
        this.chain = tables.chain();
        this.rules = tables.rules();
        this.counting = tables.counting();
        this.cases = tables.cases();
        this.inVain = tables.inVain();
        this.passports = passports;
    }

    /**
     * Counts what there is. @throws org.springframework.dao.DataAccessException what was counted before stays counted
     */
    public void run() {
        int steps = 0;
        while (steps < MOST_STEPS && step()) {
            steps++;
        }
    }

    /** Whether there was anything to count. */
    private boolean step() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Cursor.Position position = cursor.hold();
            List<ChainEntry> entries = chain.after(position);
            if (entries.isEmpty()) {
                return false;
            }
            rules.hold(Rules.of(passports.get()), position.sequence());
            counting.count(entries, rules.history(), at -> true);
            Instant oldest = entries.stream()
                    .map(ChainEntry::at)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            cases.forget(oldest);
            inVain.forget(oldest);
            cursor.move(entries.get(entries.size() - 1));
            return true;
        }));
    }
}

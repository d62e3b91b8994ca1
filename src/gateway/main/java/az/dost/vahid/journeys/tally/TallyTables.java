package az.dost.vahid.journeys.tally;

import az.dost.vahid.proof.record.Entries;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.trust.RowTrust;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What counts, whoever asks for it, over one database. */
record TallyTables(
        JdbcTemplate jdbc,
        TransactionTemplate transaction,
        Cursor cursor,
        Chain chain,
        RulesTable rules,
        Counting counting,
        CaseRows cases,
        InVainRows inVain) {
    static TallyTables of(JdbcTemplate jdbc, Entries entries, Bodies bodies, RowTrust trust) {
        Chain chain = new Chain(jdbc, entries);
        CaseRows cases = new CaseRows(jdbc);
        InVainRows inVain = new InVainRows(jdbc);
        TalliedLookups lookups = new TalliedLookups(
                chain,
                new KeptDossiers(jdbc, bodies, trust.changed(), KeptDossiers::counted),
                new OldEntries(jdbc),
                trust.seals());
        return new TallyTables(
                jdbc,
                new TransactionTemplate(new JdbcTransactionManager(jdbc.getDataSource())),
                new Cursor(jdbc, "report_cursor"),
                chain,
                new RulesTable(jdbc),
                new Counting(lookups, cases, inVain, new TallyRows(jdbc)),
                cases,
                inVain);
    }
}

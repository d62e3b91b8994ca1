package az.dost.vahid.check.trial;

import az.dost.vahid.connector.ConnectorFolder;

/** The file drops of one agency: fetched, proven and loaded by the gateway's own routes and steps. */
public interface FetchedDrops extends AutoCloseable {
    /** How many files were dealt with so far, whatever came of them. */
    long handled();

    /** How many of them had this outcome: loaded, repeated, late or quarantined. */
    long handled(String outcome);

    /** Why the last file that was quarantined was; null when none was. */
    String refusal();

    /** The agency, asked from the rows that were loaded. */
    AskedAgency asked(ConnectorFolder folder) throws Exception;

    @Override
    void close();
}

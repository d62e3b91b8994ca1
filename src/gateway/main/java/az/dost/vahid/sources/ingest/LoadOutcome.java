package az.dost.vahid.sources.ingest;

/**
 * What became of a file.
 *
 * @param what loaded, repeated or late
 * @param rows read of it
 */
record LoadOutcome(String what, long rows) {}

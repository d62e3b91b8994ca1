package az.dost.vahid.drop.row;

import java.util.List;

/**
 * Rows on their way from the thread that reads to the one that maps.
 *
 * @param characters of the file that they took
 * @param last whether nothing follows
 * @param fault what ended reading after these rows; null where nothing did
 */
record RowBatch(List<ReadRow> rows, long characters, boolean last, Throwable fault) {}

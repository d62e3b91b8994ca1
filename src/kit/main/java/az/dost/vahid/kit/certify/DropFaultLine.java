package az.dost.vahid.kit.certify;

import az.dost.vahid.check.rehearse.DropFault;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.Mode;
import java.util.List;
import java.util.Locale;

/**
 * One thing that can be wrong with a file.
 *
 * @param expected pattern of what comes of it
 * @param skipped why it does not apply to the connector, null when it does
 */
public record DropFaultLine(DropFault fault, String title, String expected, String skipped) {
    private static final String REFUSED = "quarantined .*";
    private static final String MALFORMED = "quarantined MALFORMED";
    private static final String TOO_LONG = "quarantined TOO_LONG";

    /** @param connector with the bounds that hold on the stand */
    public static List<DropFaultLine> all(Connector connector) {
        Connector.Drop drop = connector.drop();
        String unzipped = drop.unzip() ? null : "its files are no archives";
        String changing = drop.mode() == Mode.UPSERT ? "its files only add and correct rows" : null;
        String uncounted = drop.trailer() == null || drop.trailer().count() == null
                ? "its files have no trailer that counts"
                : null;
        String late = drop.mode() == Mode.UPSERT ? "loaded" : "late";
        return List.of(
                new DropFaultLine(DropFault.UNSIGNED, "The file is not signed", "quarantined SIGNATURE_MISSING", null),
                new DropFaultLine(
                        DropFault.TAMPERED,
                        "The file was changed after it was signed",
                        "quarantined SIGNATURE_INVALID",
                        null),
                new DropFaultLine(
                        DropFault.WRONG_SIGNER,
                        "The file is signed with another key",
                        "quarantined SIGNER_UNKNOWN",
                        null),
                new DropFaultLine(
                        DropFault.TRUNCATED,
                        "Half of the file is missing",
                        "quarantined (SIGNATURE_INVALID|MALFORMED)",
                        null),
                new DropFaultLine(DropFault.GARBAGE, "The file is no document", REFUSED, null),
                new DropFaultLine(
                        DropFault.HOSTILE,
                        "The document grows or nests without end, or has no end of line",
                        REFUSED,
                        null),
                new DropFaultLine(
                        DropFault.ARCHIVE_BOMB, "A small archive holds a very long document", REFUSED, unzipped),
                new DropFaultLine(
                        DropFault.ENTRY_PATH,
                        "The archive's entry is named as a path out of the folder",
                        MALFORMED,
                        unzipped),
                new DropFaultLine(
                        DropFault.TOO_LONG,
                        "The file is longer than " + drop.maxFileBytes() + " bytes",
                        TOO_LONG,
                        null),
                new DropFaultLine(
                        DropFault.TOO_MANY_ROWS, "The file has more than " + drop.maxRows() + " rows", TOO_LONG, null),
                new DropFaultLine(
                        DropFault.WRONG_COUNT, "The trailer counts another number of rows", MALFORMED, uncounted),
                new DropFaultLine(DropFault.DUPLICATE, "A citizen stands in the file twice", MALFORMED, changing),
                new DropFaultLine(DropFault.EMPTY, "The file has no row", MALFORMED, changing),
                new DropFaultLine(DropFault.AHEAD, "The file is of the day after tomorrow", MALFORMED, null),
                new DropFaultLine(
                        DropFault.LATE, "A file of the day before yesterday comes now, with other facts", late, null),
                new DropFaultLine(
                        DropFault.REPLAYED,
                        "An earlier file comes again under a new name",
                        "quarantined TOO_OLD",
                        null));
    }

    String id() {
        return "fault-" + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The pattern as a person would say it. */
    static String wanted(String expected) {
        return expected.equals(REFUSED)
                ? "quarantined"
                : expected.replaceAll("[()]", "").replace("|", " or ");
    }
}

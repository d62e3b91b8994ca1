package az.dost.vahid.check;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.drop.row.LineCharset;
import az.dost.vahid.drop.row.RowSample;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A file drop's members that the schema cannot judge alone: expression, durations, character set, layout. */
public final class DropCheck implements FolderCheck {
    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        Connector connector = folder.connector();
        if (connector == null || connector.drop() == null) {
            return;
        }
        Connector.Drop drop = connector.drop();
        pattern(folder, drop, remarks);
        duration(folder, "freshFor", drop.freshFor(), remarks);
        duration(folder, "keepFor", drop.keepFor(), remarks);
        if (drop.charset() != null) {
            charset(folder, drop, remarks);
        }
        if (drop.format() == Connector.Format.CSV && Objects.equals(drop.delimiter(), drop.quote())) {
            remarks.error(folder.descriptor().at("the quote is the delimiter", "drop", "quote"));
        }
        if (drop.format() == Connector.Format.XML && (drop.rows() == null || drop.row() == null)) {
            remarks.error(folder.descriptor()
                    .at("an xml drop needs rows and row, the names of its elements", "drop", "format"));
        }
        if (drop.format() == Connector.Format.FIXED_WIDTH) {
            layout(folder, drop, remarks);
        }
        boolean beside = connector.proof() != null && connector.proof().kind() == Connector.ProofKind.CMS_DETACHED;
        if (beside && drop.signatureSuffix() == null) {
            remarks.error(folder.descriptor().at("the proof cms-detached needs drop.signatureSuffix", "drop"));
        }
    }

    private static void pattern(CheckedFolder folder, Connector.Drop drop, Remarks remarks) {
        if (drop.pattern() == null) {
            return;
        }
        try {
            Pattern.compile(drop.pattern());
        } catch (PatternSyntaxException e) {
            remarks.error(folder.descriptor()
                    .at(
                            "is no regular expression: " + e.getDescription() + " at character " + (e.getIndex() + 1),
                            "drop",
                            "pattern"));
            return;
        }
        if (!drop.pattern().contains("(?<date>")) {
            remarks.error(folder.descriptor()
                    .at("the pattern needs the named group date: (?<date>\\d{8})", "drop", "pattern"));
        }
        if (drop.mode() == Connector.Mode.SNAPSHOT_AND_DELTA && !drop.pattern().contains("(?<kind>")) {
            remarks.error(folder.descriptor()
                    .at("snapshot-and-delta needs the named group kind: (?<kind>full|delta)", "drop", "pattern"));
        }
    }

    private static void duration(CheckedFolder folder, String member, String value, Remarks remarks) {
        try {
            if (value != null && value.contains("T")) {
                java.time.Duration.parse(value);
            } else if (value != null) {
                java.time.Period.parse(value);
            }
        } catch (DateTimeParseException e) {
            remarks.error(
                    folder.descriptor().at(member + " is no ISO 8601 duration, such as P2D or PT12H", "drop", member));
        }
    }

    private static void charset(CheckedFolder folder, Connector.Drop drop, Remarks remarks) {
        try {
            LineCharset.of(drop.charset());
        } catch (IllegalArgumentException e) {
            remarks.error(folder.descriptor().at(e.getMessage(), "drop", "charset"));
        }
    }

    private static void layout(CheckedFolder folder, Connector.Drop drop, Remarks remarks) {
        if (!folder.has(drop.layout())) {
            remarks.error(folder.descriptor()
                    .at(
                            drop.layout() == null
                                    ? "a fixed-width drop needs a layout"
                                    : "the folder has no file " + drop.layout(),
                            "drop",
                            drop.layout() == null ? "format" : "layout"));
            return;
        }
        Optional<String> wrong =
                RowSample.layoutMistake(folder.text(folder.path().resolve(drop.layout())));
        wrong.ifPresent(message -> remarks.error(folder.name(drop.layout()), 0, 0, message));
    }
}

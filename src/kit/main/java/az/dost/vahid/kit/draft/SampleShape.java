package az.dost.vahid.kit.draft;

import az.dost.vahid.check.form.ContractLeaf;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Kind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What rows of a file of comma-separated values say of its form, where there is no contract to say it.
 *
 * @param traits of the file as a whole
 * @param leaves of a row, by {@code /column}
 */
public record SampleShape(Map<String, String> traits, Map<String, ContractLeaf> leaves) {
    /**
     * Of a file that a person has named. @throws az.dost.vahid.kit.draft.field.DraftException when it cannot be read
     */
    public static SampleShape of(Path csv) {
        return of(OthersFiles.beside(csv), csv);
    }

    /** @throws az.dost.vahid.kit.draft.field.DraftException when it cannot be read */
    public static SampleShape of(OthersFiles files, Path csv) {
        SampleReader reader = new SampleReader(files, csv);
        AgencyContract contract = reader.contract(reader.rows(null, null));
        Map<String, String> traits = new LinkedHashMap<>();
        traits.put("the delimiter", String.valueOf(contract.call().getOrDefault("delimiter", "none")));
        if (!plain(reader.bytes())) {
            traits.put("the encoding", String.valueOf(contract.call().get("charset")));
        }
        Map<String, ContractLeaf> leaves = new LinkedHashMap<>();
        for (Field column : contract.reply().children()) {
            leaves.put(
                    "/" + column.name(),
                    new ContractLeaf(
                            kind(column.kind()),
                            column.pattern() == null ? "" : column.pattern(),
                            0,
                            false,
                            0,
                            column.values()));
        }
        return new SampleShape(traits, leaves);
    }

    /** Of letters that most encodings write alike nothing can be told. */
    private static boolean plain(byte[] csv) {
        for (byte one : csv) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case NUMBER -> "number";
            case BOOLEAN -> "truth value";
            case DAY -> "day";
            case TIME -> "time";
            case TEXT, GROUP -> "text";
        };
    }
}

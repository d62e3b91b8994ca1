package az.dost.vahid.linked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * A file by which the owner of a standard holds others to it. It is not copied here; whoever has it names the folder
 * above: {@code -Dvahid.contracts}, as for public contracts.
 *
 * <ul>
 *   <li>{@code json-stat/dataset.json} and {@code collection.json}: json-stat.org/format/schema/2.0, version 1.05 of 13
 *       June 2025; Apache-2.0 where jsonstat/validator has them ({@code schemas/vendored})
 *   <li>{@code dcat-ap/dcat-ap-SHACL.ttl}: {@code releases/3.0.1/shacl} of SEMICeu/DCAT-AP, CC BY 4.0
 *   <li>{@code cpsv-ap/cpsv-ap-SHACL.ttl}: {@code releases/3.2.0/shacl} of SEMICeu/CPSV-AP, CC BY 4.0
 *   <li>{@code cccev/cccev-ap-SHACL.ttl}: {@code releases/2.1.0/shacl} of SEMICeu/CCCEV, CC BY 4.0
 *   <li>{@code prov-o/prov-o-20130430.ttl}: the ontology of the Recommendation, w3.org/ns, W3C Document Licence
 * </ul>
 */
public final class StandardFile {
    private static final String FOLDER = "vahid.contracts";

    private StandardFile() {}

    /** A test that needs it is skipped where it is not at hand, and says so. */
    public static String text(String standard, String file) throws IOException {
        String folder = System.getProperty(FOLDER, "");
        Path path = Path.of(folder, standard, file);
        Assumptions.assumeTrue(
                !folder.isBlank() && Files.exists(path),
                "SKIPPED, not passed: " + standard + "/" + file + " is not at hand (-D" + FOLDER + ")");
        return Files.readString(path);
    }
}

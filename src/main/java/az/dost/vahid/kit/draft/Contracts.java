package az.dost.vahid.kit.draft;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tells contracts and samples apart by their names' end, and reads them. */
final class Contracts {
    /**
     * @param operation which one of the contract, null for the first that will do
     * @param asDrop    whether an XML or JSON sample is a file drop, and not a reply
     */
    static AgencyContract read(Path from, String operation, boolean asDrop) {
        String name = from.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!Files.isRegularFile(from)) {
            throw new DraftException("There is no file " + from);
        }
        if (name.endsWith(".wsdl")) {
            return new WsdlReader(from).read(operation);
        }
        if (name.endsWith(".csv")) {
            return new SampleReader(from).csv();
        }
        if (name.endsWith(".xml")) {
            return new SampleReader(from).xml(asDrop);
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml") || name.contains("openapi") || name.contains("swagger")) {
            return new OpenApiReader(from).read(operation);
        }
        if (name.endsWith(".json")) {
            return new SampleReader(from).json(asDrop);
        }
        throw new DraftException(from + " is none of .wsdl, .yaml, .csv, .xml, .json");
    }

    private Contracts() { }
}

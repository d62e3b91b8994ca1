package az.dost.vahid.kit.draft;

import az.dost.vahid.check.api.ApiText;
import az.dost.vahid.check.wsdl.ContractFiles;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.kit.draft.field.DraftException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells contracts and samples apart, an API by what its file says and the others by their names' end, and reads them.
 */
final class Contracts {
    /** A contract, of which one operation at a time is read. */
    interface Reader {
        /**
         * Names by which {@link #read} knows the operations, in the contract's order; each once. Empty where there is
         * one only, such as in a sample.
         */
        List<String> operations();

        /**
         * @param operation which one, null for the first that will do
         * @throws DraftException when there is none such, or a connector cannot use it; the message says why
         */
        AgencyContract read(String operation);

        /** The same with documents that the contract allows, as far as any are found. */
        default AgencyContract draft(String operation) {
            return read(operation);
        }

        /** Why an operation does not answer at once; empty where nothing says so. */
        default Optional<String> later(String operation) {
            return operation.matches("(?i).*async.*")
                    ? Optional.of("its name says that it is asynchronous")
                    : Optional.empty();
        }

        /** What else the contract calls an operation, the most telling first; none where its name is all. */
        default List<String> called(String operation) {
            return List.of();
        }

        /** Whether the name of an operation says that it answers at once. */
        default boolean atOnce(String operation) {
            return false;
        }
    }

    /** @param asDrop whether a schema or a sample is of a file drop, and not of a reply */
    static Reader reader(Path from, boolean asDrop) {
        return reader(from, null, asDrop);
    }

    /**
     * @param root the folder that has all that a contract refers to; null for its own
     * @param asDrop whether a schema or a sample is of a file drop, and not of a reply
     */
    static Reader reader(Path from, Path root, boolean asDrop) {
        OthersFiles files = OthersFiles.beside(from);
        files.refused(from).ifPresent(why -> {
            throw new DraftException(from + " " + why);
        });
        if (ContractFiles.reads(from)) {
            return new WsdlReader(from, root);
        }
        if (ContractFiles.readsSchema(from)) {
            return new SchemaReader(from, root, asDrop);
        }
        String name = from.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!files.has(from)) {
            throw new DraftException("There is no file " + from);
        }
        if (ApiText.describes(files, from)) {
            return new OpenApiReader(from, root);
        }
        if (Draft.rows(from)) {
            return sample(() -> {
                SampleReader rows = new SampleReader(from);
                return rows.contract(rows.rows(null, null));
            });
        }
        if (name.endsWith(".xml")) {
            return sample(() -> new SampleReader(from).xml(asDrop));
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml") || name.contains("openapi") || name.contains("swagger")) {
            return new OpenApiReader(from, root);
        }
        if (name.endsWith(".json")) {
            return sample(() -> new SampleReader(from).json(asDrop));
        }
        throw new DraftException(from + " is none of .wsdl, .zip, .xsd, .yaml, .csv, .xml, .json");
    }

    private static Reader sample(Supplier<AgencyContract> contract) {
        return new Reader() {
            @Override
            public List<String> operations() {
                return List.of();
            }

            @Override
            public AgencyContract read(String operation) {
                return contract.get();
            }
        };
    }

    private Contracts() {}
}

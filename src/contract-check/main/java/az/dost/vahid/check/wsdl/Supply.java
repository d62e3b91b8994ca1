package az.dost.vahid.check.wsdl;

import java.util.List;
import java.util.Optional;

/** Where the files of a contract lie; their names are from its root, with {@code /} between folders. */
interface Supply {
    int MAX_BYTES = 5 << 20;

    /**
     * @return null when there is no such file
     * @throws ContractException when it is longer than a contract may be, or cannot be read
     */
    byte[] read(String name);

    /** Why a file that is there is not read, beginning with a verb. */
    default Optional<String> refused(String name) {
        return Optional.empty();
    }

    /** Names of the files that may be WSDLs or schemas, in order. */
    List<String> names();
}

package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.Credential;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How an agency packs a drop and proves that it is its own. */
interface Packing {
    /**
     * Writes the drop into a folder that nobody else reads.
     *
     * @param signer empty: leave the drop unsigned
     * @return the files in the order in which they must appear to the gateway; the first is the drop itself
     */
    List<Path> write(Drop drop, Path folder, Optional<Credential> signer) throws IOException;
}

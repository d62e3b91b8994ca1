package az.dost.vahid.proof.anchor;

import java.io.IOException;
import java.util.Optional;

/** Where signed roots are kept outside the database. Nothing in it is ever written over. */
interface AnchorStore {
    /**
     * Keeps a root, unless one of this number is there already.
     *
     * @param jws compact
     * @return what is kept under this number then; the same text unless another one was there before
     * @throws IOException when it cannot be kept now; also for a store that does not answer
     */
    String keep(long number, String jws) throws IOException;

    /** The root of this number, as it is kept. */
    Optional<String> find(long number) throws IOException;

    /** The highest number that is kept; 0 for none. */
    long newest() throws IOException;
}

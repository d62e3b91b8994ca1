package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.population.Population;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/** Lets the gateway's tests have {@link DropFiles}, which nothing else needs outside its package. */
public final class LongDrops {
    /** As {@link DropFiles#defence}, the first file of its day. */
    public static Path defence(Path folder, LocalDate day, int rows, Population population, Credential signer)
            throws IOException {
        return DropFiles.defence(folder, day, 1, rows, population, signer);
    }

    private LongDrops() {}
}

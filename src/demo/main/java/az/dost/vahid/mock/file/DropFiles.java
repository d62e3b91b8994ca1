package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts.MilitaryService;
import az.dost.vahid.mock.population.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a defence drop of any length, for tests under load. */
public final class DropFiles {
    private static final Map<String, Object> CONSCRIPT = Map.of(
            "militaryService",
            new MilitaryService("CONSCRIPT", LocalDate.of(2010, 4, 1), LocalDate.of(2011, 10, 1), "Əsgər", "N 000"));

    /**
     * Writes one signed drop of the citizens with the numbers {@code 0 .. rows-1}. Who is not in the defence register
     * gets an invented conscript's record, so that a small population yields a long file. The file appears whole.
     *
     * @param folder must be on the file system that holds its parent; made when missing
     * @param day date of the file, Azerbaijan
     * @param sequence number of the file on that day, below 1000
     * @param signer the agency's own, {@code keys.agency("defence", "RSA")}, or anybody else's
     * @return the file
     * @throws IllegalArgumentException when there are fewer citizens than rows
     */
    public static Path defence(
            Path folder, LocalDate day, int sequence, int rows, Population population, Credential signer)
            throws IOException {
        if (rows > population.size()) {
            throw new IllegalArgumentException("The population has " + population.size() + " citizens, not " + rows);
        }
        DefenceDrops agency = new DefenceDrops(population);
        Drop drop = agency.file(day, sequence, () -> entries(rows, population));
        Files.createDirectories(folder);
        Path staging = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "staging-");
        List<Path> files = agency.seal().write(drop, staging, Optional.of(signer));
        Path file = Files.move(files.get(0), folder.resolve(drop.name()), StandardCopyOption.ATOMIC_MOVE);
        Files.delete(staging);
        return file;
    }

    private static Stream<Entry> entries(int rows, Population population) {
        return IntStream.range(0, rows).mapToObj(n -> {
            Map<String, Object> facts = population.facts(DefenceDrops.ID, n);
            return new Entry(population.fin(n), facts.isEmpty() ? CONSCRIPT : facts);
        });
    }

    private DropFiles() {}
}

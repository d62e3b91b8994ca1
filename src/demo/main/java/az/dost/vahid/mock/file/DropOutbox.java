package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.Credential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder from which one agency's drops are fetched, and the agency's own archive of what it ever left there: what
 * is archived is not made again, whether or not the gateway took it away.
 *
 * <p>A drop appears whole or not at all: it is written elsewhere and then linked into the folder.
 */
final class DropOutbox {
    private final Path folder;
    private final Path archive;
    private final Path staging;
    private final Packing seal;

    /** @param drops folder of all mock drops */
    DropOutbox(Path drops, DropAgency agency) {
        folder = drops.resolve(agency.channel()).resolve(agency.id());
        archive = drops.resolve("archive").resolve(agency.id());
        staging = drops.resolve("staging").resolve(agency.id());
        seal = agency.seal();
    }

    /** Starts anew when the files that lie here tell of a population of another size. */
    void open(int population) throws IOException {
        Path size = archive.resolve("population.txt");
        String now = Integer.toString(population);
        if (!Files.exists(size) || !Files.readString(size).equals(now)) {
            clear(archive);
            clear(folder);
        }
        clear(staging);
        for (Path each : List.of(archive, folder, staging)) {
            Files.createDirectories(each);
        }
        Files.writeString(size, now);
    }

    boolean left(Drop drop) {
        return Files.exists(archive.resolve(drop.name()));
    }

    /** Leaves a drop and remembers it. */
    void leave(Drop drop, Credential signer) throws IOException {
        List<Path> files = pack(drop, Optional.of(signer));
        show(files);
        for (int i = files.size() - 1; i >= 0; i--) {
            // The drop itself is archived last: only then has all been left.
            Files.move(files.get(i), archive.resolve(files.get(i).getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes a drop that is not shown yet; the first file is the drop itself. */
    List<Path> pack(Drop drop, Optional<Credential> signer) throws IOException {
        return seal.write(drop, staging, signer);
    }

    /** Makes packed files appear, in their order. */
    void show(List<Path> files) throws IOException {
        for (Path file : files) {
            Path part = Files.copy(file, folder.resolve("." + file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            // A file of its own: one with a second name elsewhere would not be taken.
            Files.move(
                    part,
                    folder.resolve(file.getFileName()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The files of the oldest drop left, copied as if they were the drop of this name; empty when there is none. */
    List<Path> again(String name) throws IOException {
        try (Stream<Path> left = Files.list(archive)) {
            Optional<Path> oldest = left.filter(file ->
                            !file.endsWith("population.txt") && !file.toString().endsWith(CmsSeal.SUFFIX))
                    .sorted()
                    .findFirst();
            return oldest.isEmpty() ? List.of() : copies(oldest.get(), name);
        }
    }

    private List<Path> copies(Path drop, String name) throws IOException {
        Path copy = Files.copy(drop, staging.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        Path signature = drop.resolveSibling(drop.getFileName() + CmsSeal.SUFFIX);
        return !Files.exists(signature)
                ? List.of(copy)
                : List.of(
                        copy,
                        Files.copy(
                                signature,
                                staging.resolve(name + CmsSeal.SUFFIX),
                                StandardCopyOption.REPLACE_EXISTING));
    }

    /** Takes a file out of the folder, if it is still there. */
    void withdraw(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // There is nothing to clear.
        }
    }
}

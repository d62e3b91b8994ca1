package az.dost.vahid.ingest;

import az.dost.vahid.folder.OwnFiles;
import az.dost.vahid.ingest.drop.ReceivedDrop;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** One agency's folders below {@code <vahid.data>}: work, archive and quarantine, on one file system. */
final class DropFolders {
    private static final String SHA_256 = "sha-256:";
    private final Path work;
    private final Path archive;
    private final Path quarantine;
    private final String signatureSuffix;

    /** @param signatureSuffix null where drops have no signature file */
    DropFolders(Path data, String agency, String signatureSuffix) {
        this.work = data.resolve("work").resolve(agency);
        this.archive = data.resolve("archive").resolve(agency);
        this.quarantine = data.resolve("quarantine").resolve(agency);
        this.signatureSuffix = signatureSuffix;
    }

    /** Where a file of this name is received. */
    Path work(String name) throws IOException {
        return OwnFiles.folder(work).resolve(name);
    }

    /** Keeps the file for good, by its digest; what is there afterwards survives a crash. */
    void archive(ReceivedDrop drop) throws IOException {
        keep(drop, OwnFiles.folder(archive), drop.digest().substring(SHA_256.length()) + "-" + drop.name().name());
    }

    /**
     * Sets the file aside under its own name, or that name and its digest where another one is there already.
     *
     * @return the file's new place
     */
    Path quarantine(ReceivedDrop drop) throws IOException {
        OwnFiles.folder(quarantine);
        String name = drop.name().name();
        if (Files.exists(quarantine.resolve(name))) {
            name += "." + drop.digest().substring(SHA_256.length(), SHA_256.length() + 12);
        }
        return keep(drop, quarantine, name);
    }

    private Path keep(ReceivedDrop drop, Path folder, String name) throws IOException {
        if (drop.signature() != null) {
            try (OutputStream signature = OwnFiles.stream(folder.resolve(name + signatureSuffix))) {
                signature.write(drop.signature());
            }
        }
        Path kept = Files.move(drop.file(), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
        return kept;
    }
}

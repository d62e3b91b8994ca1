package az.dost.vahid.signature.own;

import az.dost.vahid.folder.WholeFile;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.EncryptionKey;
import az.dost.vahid.signature.key.MasterKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The key that encrypts the record's keys: {@code record.key}, a line each, the present one first. A new one comes
 * last, so that every gateway reads what it encrypts before one of them encrypts with it; then first; and once nothing
 * is encrypted with those before it, they leave. {@code record-next} holds the fingerprint of one that waits.
 */
record MasterKeyRotation(Path folder) {
    Rotation prepare() {
        List<String> lines = lines();
        boolean waits = waits(lines);
        if (!waits && lines.size() > 1) {
            throw new StartException(file() + " has " + lines.size()
                    + " keys: the rotation before is not at its end. Nothing was changed; first:"
                    + " keys rotate record finish");
        }
        List<Rotation.Act> acts = new ArrayList<>();
        if (!waits) {
            acts.add(new Rotation.Act(
                    "record.key: a new key on the last line, with which nothing is encrypted yet", this::append));
        }
        return new Rotation(
                acts,
                true,
                "Bring the folder to every gateway, and restart all, one after another; then: keys"
                        + " rotate record switch");
    }

    Rotation change() {
        List<String> lines = lines();
        if (!waits(lines)) {
            throw new StartException("No master key is prepared in " + folder
                    + "; nothing was changed. First: keys rotate record prepare");
        }
        return new Rotation(
                List.of(
                        new Rotation.Act(
                                "record.key: the new key on the first line, those before it behind", this::first),
                        new Rotation.Act("record-next: nothing waits any more", () -> Files.delete(mark()))),
                true,
                "Bring the folder to every gateway, and restart all, one after another. Once the log of"
                        + " each says 'under the master key "
                        + marked() + "': keys rotate record finish");
    }

    Rotation finish() {
        List<String> lines = lines();
        if (Files.exists(mark())) {
            throw new StartException(
                    "The new master key is not in use yet; nothing was changed. First: keys rotate record switch");
        }
        if (lines.size() == 1) {
            return new Rotation(List.of(), false, "There is one master key alone");
        }
        return new Rotation(
                List.of(
                        new Rotation.Act("record.key.retired: the keys of before", this::retire),
                        new Rotation.Act("record.key: the key of now alone", () -> write(file(), lines.subList(0, 1)))),
                false,
                "Bring record.key to every gateway, and record.key.retired from all of them into the safe:"
                        + " backups of the database of before are read by it alone");
    }

    private void append() throws IOException {
        byte[] key = EncryptionKey.random();
        // The mark comes first: a key that nobody calls new could be taken for an old one.
        new WholeFile(mark(), null)
                .write((new EncryptionKey(key, new CryptoProvider(false)).fingerprint() + "\n")
                        .getBytes(StandardCharsets.US_ASCII));
        List<String> lines = new ArrayList<>(lines());
        lines.add(Base64.getEncoder().encodeToString(key));
        write(file(), lines);
    }

    private void first() throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.add(0, lines.remove(prints(file()).indexOf(marked())));
        write(file(), lines);
    }

    private void retire() throws IOException {
        List<String> lines = lines();
        Path retired = folder.resolve("record.key.retired");
        Set<String> all = new LinkedHashSet<>(lines.subList(1, lines.size()));
        all.addAll(Files.exists(retired) ? Files.readAllLines(retired) : List.of());
        write(retired, List.copyOf(all));
    }

    private static void write(Path file, List<String> lines) throws IOException {
        new WholeFile(file, null).write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private boolean waits(List<String> lines) {
        return lines.size() > 1 && Files.exists(mark()) && prints(file()).contains(marked());
    }

    private List<String> lines() {
        // Says what is wrong with it, and nothing of what stands in it.
        prints(file());
        try {
            return Files.readAllLines(file(), StandardCharsets.US_ASCII).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new StartException(file() + " cannot be read", e);
        }
    }

    private static List<String> prints(Path file) {
        return MasterKeys.of(file, new CryptoProvider(false)).fingerprints();
    }

    private String marked() {
        try {
            return Files.readString(mark()).strip();
        } catch (IOException e) {
            throw new StartException(mark() + " cannot be read", e);
        }
    }

    private Path file() {
        return folder.resolve("record.key");
    }

    private Path mark() {
        return folder.resolve("record-next");
    }
}

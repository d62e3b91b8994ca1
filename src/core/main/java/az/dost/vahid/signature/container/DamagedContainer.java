package az.dost.vahid.signature.container;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A container as the gateway writes them that is damaged: where one of its two accounts of itself was changed, the
 * other tells what there was.
 */
record DamagedContainer(byte[] file, Map<String, byte[]> central, Map<String, byte[]> local) {
    /** Empty for one that somebody else packed: its parts may be deflated, and tell nothing before they are whole. */
    static Optional<DamagedContainer> of(byte[] file) {
        DamagedContainer damaged = new DamagedContainer(file, ZipReading.central(file), ZipReading.local(file));
        return damaged.accounts().stream().anyMatch(parts -> parts.containsKey("mimetype"))
                ? Optional.of(damaged)
                : Optional.empty();
    }

    private List<Map<String, byte[]>> accounts() {
        return Stream.of(central, local).filter(Objects::nonNull).toList();
    }

    /** By the account that fits the file better. */
    Map<String, byte[]> parts(List<String> wrong) {
        names(wrong);
        Map<String, byte[]> best = new LinkedHashMap<>();
        int fewest = Integer.MAX_VALUE;
        for (Map<String, byte[]> parts : accounts()) {
            int different = different(CanonicalZip.write(parts));
            if (different < fewest) {
                fewest = different;
                best = parts;
            }
        }
        if (fewest > 0) {
            wrong.add(ZipReading.at(best, Arrays.mismatch(CanonicalZip.write(best), file))
                    + " is not as it was written.");
        }
        return best;
    }

    private int different(byte[] expected) {
        int different = Math.abs(expected.length - file.length);
        for (int i = 0; i < Math.min(expected.length, file.length); i++) {
            different += expected[i] == file[i] ? 0 : 1;
        }
        return different;
    }

    private void names(List<String> wrong) {
        if (central != null && local != null && central.size() == local.size()) {
            List<String> names = List.copyOf(local.keySet());
            int at = 0;
            for (String name : central.keySet()) {
                if (!name.equals(names.get(at))) {
                    wrong.add("The part " + name + " is called " + names.get(at) + " in its own header.");
                }
                at++;
            }
        }
    }
}

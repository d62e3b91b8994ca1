package az.dost.vahid.kit.accept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files of which all are written or none: each is a draft beside its place until the last one is. */
final class WrittenTogether {
    /** In UTF-8. */
    static void write(Map<Path, String> texts) throws IOException {
        Map<Path, Path> drafts = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, String> text : texts.entrySet()) {
                Path draft = text.getKey().resolveSibling("." + text.getKey().getFileName() + ".draft");
                drafts.put(text.getKey(), draft);
                Files.writeString(draft, text.getValue());
            }
            for (Map.Entry<Path, Path> draft : drafts.entrySet()) {
                Files.move(draft.getValue(), draft.getKey(), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            for (Path draft : drafts.values()) {
                Files.deleteIfExists(draft);
            }
        }
    }

    private WrittenTogether() {}
}

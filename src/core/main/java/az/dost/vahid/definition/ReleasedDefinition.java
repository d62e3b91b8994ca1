package az.dost.vahid.definition;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;

/** A definition that stands in no folder: whoever keeps it answers for whose it is. */
public final class ReleasedDefinition extends ByteArrayResource {
    private final String name;

    /**
     * @param name by which people know it
     * @param text in YAML, or JSON
     */
    public ReleasedDefinition(String name, String text) {
        super(text.getBytes(StandardCharsets.UTF_8), name);
        this.name = name;
    }

    @Override
    public String getFilename() {
        return name;
    }
}
